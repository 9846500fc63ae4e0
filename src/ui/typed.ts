// Keeps what is being typed apart from the value it will become, so that neither a late answer from storage nor an
// invalid number ever takes letters away from under the user's hands.
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Typed {
  /** What the field shows. */
  readonly text: string;
  readonly type: (text: string) => void;
  /** Called when the field is left: what was typed, or null when nothing was. */
  readonly leave: () => string | null;
}

export function useTyped(value: string): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  const open = useRef(false);

  // A value from outside replaces what was typed only when the user is not in the middle of it.
  useEffect(() => {
    if (!open.current) setTyped(null);
  }, [value]);

  return {
    text: typed ?? value,
    type: (text) => {
      open.current = true;
      setTyped(text);
    },
    leave: () => {
      if (!open.current) return null;
      open.current = false;
      if (typed === value) setTyped(null);
      return typed;
    },
  };
}
