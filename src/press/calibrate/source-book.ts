// Sources by short keys, in the order in which they are first used: the model names each once.
export interface SourceBook {
  readonly keyOf: (title: string) => string;
  readonly all: () => Record<string, string>;
}

export function sourceBook(): SourceBook {
  const keys = new Map<string, string>();
  return {
    keyOf: (title) => {
      const known = keys.get(title);
      if (known !== undefined) return known;
      const key = `s${keys.size + 1}`;
      keys.set(title, key);
      return key;
    },
    all: () => Object.fromEntries([...keys].map(([title, key]) => [key, title])),
  };
}
