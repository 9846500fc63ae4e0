// The NRMP entry codes of a program, with the places of each where they are published.
import type { Track, TrackType } from '#domain/program.ts';
import { sourceWords } from '#state/sources.ts';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/page.tsx';

const TYPE_WORDS: Record<TrackType, string> = {
  C: 'Categorical',
  P: 'Preliminary',
  A: 'Advanced',
  R: 'For physicians with earlier training',
  M: 'Primary',
};

function places({ quotas }: Track): string {
  const [newest] = quotas;
  return newest ? ` · ${newest[2]} of ${newest[1]} places filled in ${newest[0]}` : '';
}

export function Tracks({ tracks }: { readonly tracks: readonly Track[] }) {
  if (tracks.length === 0) return null;
  return (
    <Section title="Tracks in the Match">
      <FactList>
        {tracks.map((track) => (
          <FactLine
            key={track.code}
            label={track.code}
            note={`${track.institution} · ${sourceWords({ value: track.code, source: track.source, year: track.lastSeenYear })}`}
          >
            {`${track.name}, ${TYPE_WORDS[track.type].toLowerCase()}${places(track)}`}
          </FactLine>
        ))}
      </FactList>
    </Section>
  );
}
