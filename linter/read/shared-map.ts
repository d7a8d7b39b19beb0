// Maps for paths that split all the time: a copy costs nothing until one of the two is written to.

/** A map that shares what is in it with its copies, and copies it only before it is changed. */
export class SharedMap<K, V> {
  private inside: Map<K, V>;
  private isShared: boolean;

  private constructor(inside: Map<K, V>, isShared: boolean) {
    this.inside = inside;
    this.isShared = isShared;
  }

  static empty<K, V>(): SharedMap<K, V> {
    return new SharedMap<K, V>(new Map(), false);
  }

  copy(): SharedMap<K, V> {
    this.isShared = true;
    return new SharedMap(this.inside, true);
  }

  /** Equal objects for maps that nobody has changed since one was copied from the other. */
  get contents(): ReadonlyMap<K, V> {
    return this.inside;
  }

  get size(): number {
    return this.inside.size;
  }

  get(key: K): V | undefined {
    return this.inside.get(key);
  }

  set(key: K, value: V): void {
    if (this.isShared) this.own();
    this.inside.set(key, value);
  }

  /** Takes keys out; what was inside before stays as it was. */
  drop(keys: readonly K[]): void {
    if (keys.length === 0) return;
    this.own();
    for (const key of keys) this.inside.delete(key);
  }

  keys(): MapIterator<K> {
    return this.inside.keys();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.inside[Symbol.iterator]();
  }

  private own(): void {
    this.inside = new Map(this.inside);
    this.isShared = false;
  }
}
