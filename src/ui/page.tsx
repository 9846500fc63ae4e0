// The frame of one screen: its heading, which takes focus when the screen is reached, and its title in the window.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Contours } from './contours.tsx';
import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** A short line above the heading: where we are, or the day. */
  readonly eyebrow?: ComponentChildren;
  /** A sentence or two under the heading. */
  readonly lead?: ComponentChildren;
  /** Small actions beside the heading. */
  readonly actions?: ComponentChildren;
  /** `text` keeps a reading measure; `wide` takes the room there is. */
  readonly width?: 'text' | 'wide';
  /** Contour lines behind the heading. */
  readonly contours?: boolean;
  readonly children?: ComponentChildren;
}

/** The heading of a page that is being taken away held the focus; the page that takes its place gets it. */
let focusPassesOn = false;

const appName = () => document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content;

export function Page(props: PageProps) {
  const { title, eyebrow, lead, actions, width = 'text', contours = false, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen may show one page while it waits and another when it knows: who is reading the heading stays with it.
  useLayoutEffect(() => {
    if (focusPassesOn) heading.current?.focus({ preventScroll: true });
    focusPassesOn = false;
    const { current } = heading;
    return () => {
      focusPassesOn = current !== null && document.activeElement === current;
      queueMicrotask(() => {
        focusPassesOn = false;
      });
    };
  }, []);
  // Before the heading is given the focus: readers speak the title first.
  useLayoutEffect(() => {
    const name = appName();
    document.title = name === undefined || name === title ? title : `${title} · ${name}`;
  }, [title]);
  return (
    <div class={`${styles.page} ${styles[width]}`}>
      {contours && <Contours place="page-top" />}
      <header class={styles.head}>
        <div class={styles.headline}>
          {eyebrow !== undefined && <p class={styles.eyebrow}>{eyebrow}</p>}
          <h1 tabIndex={-1} data-page-heading ref={heading}>
            {title}
          </h1>
        </div>
        {actions !== undefined && <div class={styles.actions}>{actions}</div>}
        {lead !== undefined && <div class={styles.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}

/** Puts focus on the heading of the page shown inside `frame`, or on the frame where the page has none yet. */
export function focusHeading(frame: HTMLElement): void {
  const heading = frame.querySelector<HTMLElement>('[data-page-heading]') ?? frame;
  heading.focus({ preventScroll: true });
}

export interface SectionProps {
  readonly title: ComponentChildren;
  /** A small thing at the end of the heading's line: a count, a link. */
  readonly aside?: ComponentChildren;
  readonly id?: string;
  readonly children?: ComponentChildren;
}

export function Section({ title, aside, id, children }: SectionProps) {
  return (
    <section class={styles.section} {...(id === undefined ? {} : { id })}>
      <div class={styles.sectionHead}>
        <h2>{title}</h2>
        {aside !== undefined && <div class={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** The main action of a screen, kept at the bottom edge under the thumb. */
export function PageFoot({ children }: { readonly children: ComponentChildren }) {
  return <div class={styles.foot}>{children}</div>;
}
