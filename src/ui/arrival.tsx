// Something that is being fetched, until it is here: how far it has come, or why it is not here and the way to try again.
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Progress } from './progress.tsx';

export type Coming =
  | { readonly kind: 'starting' }
  /** `of` is 0 while the whole is not known. */
  | { readonly kind: 'fetching'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface ArrivalProps {
  /** `catalog`: what the words call it. */
  readonly what: string;
  readonly coming: Coming;
  readonly onRetry: () => void;
}

export function Arrival({ what, coming, onRetry }: ArrivalProps) {
  switch (coming.kind) {
    case 'starting':
      return null;
    case 'fetching':
      return (
        <Progress label={`Fetching the ${what}`} done={coming.done} of={coming.of === 0 ? null : coming.of} />
      );
    case 'failed':
      return (
        <Notice
          tone="warn"
          title={`The ${what} is not here yet`}
          actions={
            <Button icon="refresh" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          {coming.sentence}
        </Notice>
      );
  }
}
