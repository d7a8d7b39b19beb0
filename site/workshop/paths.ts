// The pages of each workshop: plan, presenter view and handout have the same parameter.
import { getCollection } from "astro:content";

export async function workshopPaths() {
  const workshops = await getCollection("workshops");
  return workshops.map((workshop) => ({ params: { workshop: workshop.id }, props: { workshop } }));
}
