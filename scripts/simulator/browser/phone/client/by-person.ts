/** Of everyone who has held this phone, by their ids. */
export class ByPerson<T> {
  readonly #all = new Map<string, T>();
  readonly #create: () => T;

  constructor(create: () => T) {
    this.#create = create;
  }

  of(person: string): T {
    const known = this.#all.get(person) ?? this.#create();
    this.#all.set(person, known);
    return known;
  }
}
