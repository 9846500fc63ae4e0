// How Cairn works and what it cannot know.
import { Page, Section } from '#ui/page.tsx';
import { CHAPTERS } from './chapters.tsx';
import styles from './screen.module.css';

export function Screen() {
  return (
    <Page title="Guide">
      <nav aria-label="In this guide">
        <ul class={styles.contents}>
          {CHAPTERS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {CHAPTERS.map(({ id, title, words }) => (
        <Section key={id} id={id} title={title}>
          <div class={styles.words}>{words}</div>
        </Section>
      ))}
    </Page>
  );
}
