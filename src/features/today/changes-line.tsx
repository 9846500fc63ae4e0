// That a newer catalog has changed something, until the user has looked at it.
import { changesInCatalog } from '#state/changes.ts';
import { Notice } from '#ui/notice.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { changesLine } from './model.ts';

export function ChangesLine() {
  const changes = useAnswer(changesInCatalog, []);
  const words = changes && changesLine(changes);
  if (!words) return null;
  return (
    <Notice title="The catalog has changed" actions={<a href="/changes">See what changed</a>}>
      {words}
    </Notice>
  );
}
