// All programs: search as you type, filters, an order, and the list; beside it the open program where there is room.
import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { useState } from 'preact/hooks';
import type { ListAnswer, ProgramRow as Row, Sort } from '#domain/query.ts';
import { listOf } from '#state/answers.ts';
import { catalogState } from '#state/catalog.ts';
import { profile } from '#state/profile.ts';
import { wishes } from '#state/wishes.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { SIDE_BY_SIDE, useMedia } from '#ui/use-media.ts';
import { VirtualList } from '#ui/virtual-list.tsx';
import { AddProgram } from './add-program.tsx';
import { Hidden } from './hidden.tsx';
import { useListRows } from './list-rows.ts';
import { LostKept } from './lost-kept.tsx';
import { ProgramRow, RowOnItsWay } from './program-row.tsx';
import styles from './screen.module.css';
import { NothingFits } from './nothing-fits.tsx';
import { changeView, shownQuery, useShownView } from './shown.ts';
import { filtersOn, type ProgramsView } from './view.ts';

// None is on screen at first: the list must not wait for them.
const Filters = lazy(async () => (await import('./filters.tsx')).Filters);
const MapPart = lazy(async () => (await import('./map.tsx')).MapPart);
const ProgramPane = lazy(async () => (await import('./program-screen.tsx')).ProgramPane);

const SHAPES = [
  { value: 'list', label: 'List', icon: 'sort' },
  { value: 'map', label: 'Map', icon: 'map' },
] as const;

const hasWishes = () => Object.values(wishes.value?.weights ?? {}).some((weight) => weight > 0);

function orders(): { value: Sort; label: string }[] {
  return [
    { value: 'best', label: hasWishes() ? 'Best fit first' : 'By name' },
    ...(profile.value?.home ? [{ value: 'distance' as const, label: 'Nearest first' }] : []),
    ...(hasWishes() ? [{ value: 'name' as const, label: 'By name' }] : []),
  ];
}

function List({
  answer,
  view,
  open,
}: {
  readonly answer: ListAnswer;
  readonly view: ProgramsView;
  readonly open: (row: Row) => boolean;
}) {
  const rowAt = useListRows(answer);
  if (answer.total === 0) {
    return <NothingFits view={view} />;
  }
  return (
    <VirtualList
      label="Programs"
      name="programs"
      count={answer.total}
      estimatePx={77}
      keyOf={(index) => rowAt(index)?.pid ?? index}
      row={(index) => {
        const row = rowAt(index);
        return row ? (
          <ProgramRow
            row={row}
            showSpecialty={view.specialty === ''}
            current={view.open === row.pid}
            onOpen={open}
          />
        ) : (
          <RowOnItsWay />
        );
      }}
    />
  );
}

function countWords(answer: ListAnswer | undefined, view: ProgramsView): string {
  if (!answer) return 'Looking';
  const count = `${answer.total.toLocaleString('en-US')} ${answer.total === 1 ? 'program' : 'programs'}`;
  const order =
    view.sort === 'distance'
      ? 'nearest first'
      : hasWishes() && view.sort !== 'name'
        ? 'best fit first'
        : 'by name';
  return answer.understood ? `${count} for “${answer.understood}”` : `${count}, ${order}`;
}

export function Screen() {
  const view = useShownView();
  const [filtering, setFiltering] = useState(false);
  const wide = useMedia(SIDE_BY_SIDE);
  const answer = useAnswer(() => listOf(() => shownQuery.value), []);
  const catalog = catalogState.value;
  if (catalog.kind !== 'ready' || !view) return <Page title="Programs" />;
  const specialty = catalog.overview.specialties.find(({ id }) => id === view.specialty);
  const on = filtersOn(view);
  const isMap = view.shape === 'map';
  const tools = (
    <>
      <div class={styles.tools} data-wide={isMap || undefined}>
        <div class={styles.search}>
          <TextField
            label="Search"
            labelHidden
            type="search"
            placeholder="Name, city, state, hospital or code"
            value={view.text}
            onType={(text) => changeView({ text })}
          />
        </div>
        <div class={styles.narrow}>
          <Button icon="filter" onClick={() => setFiltering(true)} aria-haspopup="dialog">
            {on === 0 ? 'Filters' : `Filters (${on})`}
          </Button>
          <SelectField
            label="Order"
            labelHidden
            value={view.sort}
            choices={orders()}
            onCommit={(sort) => changeView({ sort: sort ?? 'best' })}
          />
        </div>
      </div>
      <div class={styles.said}>
        <p class={styles.count} role="status">
          {countWords(answer, view)}
          {specialty && ` in ${specialty.name}`}
        </p>
        <Segmented
          label="Show as"
          value={view.shape}
          segments={SHAPES}
          onCommit={(shape) => changeView({ shape })}
        />
      </div>
      {answer && <Hidden answer={answer} />}
      <LostKept stage={view.stage} />
    </>
  );
  const list = (
    <>
      {tools}
      {answer && (
        <List
          answer={answer}
          view={view}
          open={({ pid }) => {
            if (wide) changeView({ open: pid });
            return wide;
          }}
        />
      )}
      {answer && <AddProgram />}
    </>
  );
  return (
    <Page title="Programs" width="wide">
      {isMap && (
        <div>
          {tools}
          <ErrorBoundary>
            <MapPart view={view} />
          </ErrorBoundary>
        </div>
      )}
      {!isMap && wide && (
        <div class={styles.beside}>
          <div>{list}</div>
          <div class={styles.pane}>
            {view.open ? (
              <ProgramPane pid={view.open} />
            ) : (
              <p class={styles.hint}>Choose a program to see it here.</p>
            )}
          </div>
        </div>
      )}
      {!isMap && !wide && <div>{list}</div>}
      {filtering && (
        <ErrorBoundary>
          <Filters
            open
            onClose={() => setFiltering(false)}
            view={view}
            change={changeView}
            overview={catalog.overview}
            total={answer?.total}
          />
        </ErrorBoundary>
      )}
    </Page>
  );
}
