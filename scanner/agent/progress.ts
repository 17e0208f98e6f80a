/** What is being looked at, and how much of it is behind us. */
export class Progress {
  done = 0;
  total = 1;
  readonly #doing = new Set<string>();

  get doing(): string {
    return [...this.#doing].join(', ').slice(0, 500);
  }

  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.#doing.add(what);
    try {
      return await work();
    } finally {
      this.#doing.delete(what);
      this.done++;
    }
  }
}
