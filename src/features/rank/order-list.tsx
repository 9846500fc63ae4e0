// The user's order. A row is moved by its handle (mouse, finger or keys), by the small steps, or by its sheet; whichever
// way, it is told in words. The order on screen is always the user's own.
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { orderOf, type RankList } from '#domain/rank-list.ts';
import type { ShortlistEntry } from '#domain/shortlist.ts';
import { programName } from '#domain/words.ts';
import { announce } from './announce.ts';
import type { Line } from './model.ts';
import { moveTo, placeWords } from './moves.ts';
import styles from './order-list.module.css';
import { OrderRow } from './order-row.tsx';
import { watchRowDrag, type WatchedDrag } from './row-drag.ts';
import type { Warning } from './warnings.ts';

export interface OrderListProps {
  readonly list: RankList;
  readonly lines: readonly Line[];
  readonly shortlist: readonly ShortlistEntry[];
  readonly warnings: readonly Warning[];
  readonly onOpen: (id: number) => void;
}

/** A row taken up by keys: shown where it would land, stored when it is put down. */
interface Held {
  readonly id: number;
  readonly to: number;
}

const PAGE = 5;

/** Where a key takes a row or the focus, from 0; null for any other key. */
function goalOf(key: string, at: number, count: number): number | null {
  const goal = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - PAGE,
    PageDown: at + PAGE,
    Home: 0,
    End: count - 1,
  }[key];
  return goal === undefined ? null : Math.min(Math.max(0, goal), count - 1);
}

export function OrderList({ list, lines, shortlist, warnings, onOpen }: OrderListProps) {
  const frame = useRef<HTMLOListElement>(null);
  const watched = useRef<WatchedDrag | null>(null);
  const latest = useRef(list);
  latest.current = list;
  const hintId = useId();
  // A signal, because keys may come faster than the list is drawn.
  const lifting = useSignal<Held | null>(null);
  const held = lifting.value;
  const setHeld = (next: Held | null) => {
    lifting.value = next;
  };

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const nameOf = (id: number) =>
      programName(orderOf(latest.current).order.find((entry) => entry.id === id)?.label ?? '');
    const drag = watchRowDrag(element, {
      onLift: () => {
        lifting.value = null;
      },
      onDrop: (id, to) => moveTo(latest.current, id, to),
      onCancel: (id) => announce(`${nameOf(id)} stays where it was.`),
    });
    watched.current = drag;
    return drag.stop;
  }, []);

  const at = held ? lines.findIndex(({ entry }) => entry.id === held.id) : -1;
  const lifted = lines[at];
  const shown = held && lifted ? lines.toSpliced(at, 1).toSpliced(held.to, 0, lifted) : lines;
  const key = shown.map(({ entry }) => entry.id).join();
  // Shifts of a drag go when the new order is in the page, in the same frame.
  useLayoutEffect(() => watched.current?.settle(), [key]);
  // A row that is moved in the page loses the focus; whoever moves it by keys keeps it.
  useLayoutEffect(() => {
    if (held) handleOf(held.id)?.focus();
  }, [key, held]);

  const handleOf = (id: number) =>
    frame.current?.querySelector<HTMLElement>(`[data-id="${id}"] [data-handle]`) ?? null;

  const order = lines.map(({ entry }) => entry);
  const nameIn = (id: number) => lines.find(({ entry }) => entry.id === id)?.name ?? '';

  const putDown = ({ id, to }: Held) => {
    setHeld(null);
    if (lines[to]?.entry.id === id) announce(`${nameIn(id)} is put down where it was.`);
    else moveTo(list, id, to);
  };
  const pickUp = (id: number) => {
    const from = order.findIndex((entry) => entry.id === id);
    setHeld({ id, to: from });
    announce(
      `${nameIn(id)} is picked up, at ${from + 1} of ${order.length}. Arrow keys move it, Space puts it down, Escape puts it back.`,
    );
  };

  const onHandleKey = (event: KeyboardEvent, id: number) => {
    const { value: held } = lifting;
    const isHeld = held?.id === id;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (isHeld) putDown(held);
      else pickUp(id);
      return;
    }
    if (event.key === 'Escape' && isHeld) {
      event.preventDefault();
      refocus.current = { id, part: '[data-handle]' };
      setHeld(null);
      announce(`${nameIn(id)} is back at ${order.findIndex((entry) => entry.id === id) + 1}.`);
      return;
    }
    const from = isHeld ? held.to : order.findIndex((entry) => entry.id === id);
    const goal = goalOf(event.key, from, order.length);
    if (goal === null) return;
    event.preventDefault();
    if (isHeld) {
      const entry = order.find((each) => each.id === id);
      if (!entry || goal === from) return;
      setHeld({ id, to: goal });
      const after = order.filter((each) => each.id !== id).toSpliced(goal, 0, entry);
      announce(placeWords(after, goal));
    } else if (event.altKey) {
      moveTo(list, id, goal);
      refocus.current = { id, part: '[data-handle]' };
    } else {
      const next = order[goal];
      if (next) handleOf(next.id)?.focus();
    }
  };

  /** What had the focus before a row moved in the page. */
  const refocus = useRef<{ id: number; part: string } | null>(null);
  useLayoutEffect(() => {
    const lost = refocus.current;
    refocus.current = null;
    if (lost) frame.current?.querySelector<HTMLElement>(`[data-id="${lost.id}"] ${lost.part}`)?.focus();
  }, [key]);

  return (
    <>
      <p id={hintId} hidden>
        Press Space to pick it up, arrow keys, Home or End to move it, Space to put it down, Escape to put it
        back.
      </p>
      <ol class={styles.list} ref={frame} aria-label={`Your order, ${lines.length} lines`}>
        {shown.map((line, index) => (
          <OrderRow
            key={line.entry.id}
            line={{ ...line, place: index + 1 }}
            of={lines.length}
            kept={shortlist.find(({ pid }) => pid === line.entry.pid)}
            warnings={warnings.filter(({ id }) => id === line.entry.id)}
            held={held?.id === line.entry.id}
            hintId={hintId}
            onHandleKey={onHandleKey}
            onHandlePress={(event, id) => {
              // A press by mouse or finger that did not travel opens the line; a reader's own press picks it up.
              if (event.detail > 0) onOpen(id);
              else if (held?.id === id) putDown(held);
              else pickUp(id);
            }}
            onHandleLeft={(id) => {
              if (lifting.peek()?.id !== id) return;
              // Moving a row in the page takes the focus for a moment; only leaving it for good puts it down.
              queueMicrotask(() => {
                const { value: left } = lifting;
                if (left?.id === id && document.activeElement !== handleOf(id)) putDown(left);
              });
            }}
            onMove={(id, to) => {
              if (to < 0 || to >= lines.length) {
                announce(`${nameIn(id)} is ${to < 0 ? 'first' : 'last'} already.`);
                return;
              }
              const button = document.activeElement?.getAttribute('aria-label');
              if (button) refocus.current = { id, part: `[aria-label="${CSS.escape(button)}"]` };
              moveTo(list, id, to);
            }}
            onOpen={onOpen}
          />
        ))}
      </ol>
    </>
  );
}
