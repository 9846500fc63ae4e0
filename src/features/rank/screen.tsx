// The rank list: the user's order by true preference, with everything else beside it and never over it.
import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { useState } from 'preact/hooks';
import { currentOf, orderOf, type RankList } from '#domain/rank-list.ts';
import { localDay } from '#state/local-day.ts';
import { damagedRows } from '#state/notebook.ts';
import { rankOf } from '#state/rank-answers.ts';
import { currentList, rankLists } from '#state/rank-lists.ts';
import { shortlist } from '#state/shortlist.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { announced } from './announce.ts';
import { Beside, type Opened } from './beside.tsx';
import { LastChange } from './last-change.tsx';
import { ListHead } from './list-head.tsx';
import { linesOf, rankLines } from './model.ts';
import { NotRanked } from './not-ranked.tsx';
import { OrderList } from './order-list.tsx';
import { Printed } from './printed.tsx';
import styles from './screen.module.css';
import { Start } from './start.tsx';
import { warningsOf } from './warnings.ts';
import { Worth } from './worth.tsx';

// None is on screen at first: the order must not wait for them.
const AddSheet = lazy(async () => (await import('./add-sheet.tsx')).AddSheet);
const EntrySheet = lazy(async () => (await import('./entry-sheet.tsx')).EntrySheet);
const ListsSheet = lazy(async () => (await import('./lists-sheet.tsx')).ListsSheet);
const SettleSheet = lazy(async () => (await import('./settle-sheet.tsx')).SettleSheet);
const HistorySheet = lazy(async () => (await import('./history-sheet.tsx')).HistorySheet);
const CertifySheet = lazy(async () => (await import('./certify-sheet.tsx')).CertifySheet);
const ExportSheet = lazy(async () => (await import('./export-sheet.tsx')).ExportSheet);

function Unreadable() {
  const rows = damagedRows.value.filter(({ table }) => table === 'rankLists').length;
  if (rows === 0) return null;
  return (
    <Notice
      tone="warn"
      title={rows === 1 ? 'One rank list cannot be read' : `${rows} rank lists cannot be read`}
      actions={<a href="/my-data">Look at your data</a>}
    >
      A newer version of Cairn may have written {rows === 1 ? 'it' : 'them'}. Nothing is lost: it stays on
      this device as it is. Reload the app to get the newest version.
    </Notice>
  );
}

interface RankedProps {
  readonly list: RankList;
  readonly opened: Opened | null;
  readonly open: (what: Opened | null) => void;
}

function Ranked({ list, opened, open }: RankedProps) {
  const lists = rankLists.value ?? [];
  const kept = shortlist.value ?? [];
  const { order, bin } = orderOf(list);
  // Asked of signals, so that a move is one question more and not another asker.
  const answer = useAnswer(
    () =>
      rankOf(() => {
        const now = currentOf(rankLists.value ?? []);
        return now && shortlist.value ? rankLines(orderOf(now).order, shortlist.value) : undefined;
      }),
    [],
  );
  const lines = linesOf(order, answer);
  const asked = rankLines(order, kept);
  const warnings = warningsOf(list, lines, lists, kept);
  const close = () => open(null);
  const line = opened?.kind === 'entry' ? lines.find(({ entry }) => entry.id === opened.id) : undefined;
  return (
    <Page
      title="Rank list"
      width="wide"
      lead={
        <p>
          Put them in the order you would want them. Chances are hidden here: your true order is always best.
        </p>
      }
    >
      <VisuallyHidden role="status">{announced.value}</VisuallyHidden>
      <Unreadable />
      <ListHead list={list} lists={lists} open={open} />
      <div class={styles.sides}>
        <div class={styles.order}>
          <Worth list={list} lines={lines} warnings={warnings} shaped={answer?.shaped ?? null} open={open} />
          {order.length === 0 ? (
            <div class={styles.empty}>
              <p>Nothing is on this list yet. Add programs, then drag them into your order.</p>
              <Button look="solid" icon="plus" onClick={() => open({ kind: 'add' })}>
                Add programs
              </Button>
            </div>
          ) : (
            <OrderList
              key={list.listId}
              list={list}
              lines={lines}
              shortlist={kept}
              warnings={warnings}
              onOpen={(id) => open({ kind: 'entry', id })}
            />
          )}
          <NotRanked list={list} bin={bin} />
        </div>
        {order.length > 0 && (
          <Beside
            list={list}
            lists={lists}
            lines={lines}
            asked={asked}
            answer={answer}
            open={open}
            now={Date.now()}
          />
        )}
      </div>
      <Printed lines={lines} />
      <LastChange list={list} />
      {opened && (
        <ErrorBoundary>
          {opened.kind === 'add' && <AddSheet list={list} shortlist={kept} onClose={close} />}
          {opened.kind === 'lists' && <ListsSheet lists={lists} onClose={close} />}
          {opened.kind === 'history' && <HistorySheet list={list} onClose={close} />}
          {opened.kind === 'settle' && <SettleSheet list={list} lines={lines} onClose={close} />}
          {opened.kind === 'certify' && (
            <CertifySheet
              list={list}
              warnings={warnings}
              dates={answer?.dates ?? []}
              now={Date.now()}
              onClose={close}
            />
          )}
          {opened.kind === 'export' && (
            <ExportSheet
              list={list}
              lines={lines}
              shortlist={kept}
              on={localDay(new Date())}
              onClose={close}
            />
          )}
          {line && (
            <EntrySheet
              key={line.entry.id}
              list={list}
              line={line}
              of={lines.length}
              kept={kept.find(({ pid }) => pid === line.entry.pid)}
              warnings={warnings.filter(({ id }) => id === line.entry.id)}
              onClose={close}
            />
          )}
        </ErrorBoundary>
      )}
    </Page>
  );
}

export function Screen() {
  const [opened, open] = useState<Opened | null>(null);
  const list = currentList.value;
  if (rankLists.value === undefined || shortlist.value === undefined) return <Page title="Rank list" />;
  if (list) return <Ranked list={list} opened={opened} open={open} />;
  if (damagedRows.value.some(({ table }) => table === 'rankLists')) {
    return (
      <Page title="Rank list">
        <Unreadable />
        <ButtonLink href="/compare" icon="compare">
          Compare what you keep
        </ButtonLink>
      </Page>
    );
  }
  return <Start onStarted={() => open({ kind: 'add' })} />;
}
