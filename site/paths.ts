// Addresses inside the site, whatever folder of a host it is served from.

/** The address of a page or file of the site, for example `/play/`; honours the base that the site was built with. */
export function path(to: `/${string}`): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}${to}`;
}
