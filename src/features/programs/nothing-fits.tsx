// In the place of a list or a map that has nothing to show, and the way out.
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { changeView } from './shown.ts';
import { type ProgramsView, withoutFilters } from './view.ts';

export function NothingFits({ view }: { readonly view: ProgramsView }) {
  return (
    <EmptyState
      title="Nothing fits all of that"
      actions={
        <Button look="line" onClick={() => changeView(withoutFilters(view))}>
          Start over with all programs
        </Button>
      }
    >
      <p>Try fewer words, a wider distance or another specialty.</p>
    </EmptyState>
  );
}
