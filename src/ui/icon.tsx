// The icons, drawn on a 24 grid with one stroke. An icon beside words is silent; alone it must be given a label.
import styles from './icon.module.css';

const STROKES = {
  today: 'M3.5 18.5h17M7 18.5a5 5 0 0 1 10 0M12 5v3.5M5 8.7l2.3 2.2M19 8.7l-2.3 2.2',
  programs:
    'M12 21c-3.8-3.8-6.4-7-6.4-10.3a6.4 6.4 0 0 1 12.8 0C18.4 14 15.8 17.2 12 21zM9.8 10.6a2.2 2.2 0 1 0 4.4 0 2.2 2.2 0 1 0-4.4 0z',
  pick: 'M5 18a7 2.7 0 1 0 14 0 7 2.7 0 1 0-14 0zM7 12.6a5 2.4 0 1 0 10 0 5 2.4 0 1 0-10 0zM9 7.4a3 1.9 0 1 0 6 0 3 1.9 0 1 0-6 0z',
  network:
    'M3.6 7a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0zM15.6 8.6a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0zM8.8 17.6a2.4 2.4 0 1 0 4.8 0 2.4 2.4 0 1 0-4.8 0zM8.4 7.3l7.2 1M7 9.2l3.2 6.2M16.6 10.6l-4 5.1',
  rank: 'M4 6.5l1.2-1v4M9.5 7h10.5M4 12h1.6M9.5 12.2H17M4 17.4h1.6M9.5 17.4h6',
  profile: 'M8.2 8a3.8 3.8 0 1 0 7.6 0 3.8 3.8 0 1 0-7.6 0zM4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  compare: 'M4.5 5h6v14h-6zM13.5 5h6v14h-6zM4.5 10h6M13.5 14h6',
  database:
    'M5 6a7 2.6 0 1 0 14 0 7 2.6 0 1 0-14 0zM5 6v12c0 1.5 3.1 2.6 7 2.6s7-1.1 7-2.6V6M5 12c0 1.5 3.1 2.6 7 2.6s7-1.1 7-2.6',
  book: 'M12 6.6C10 5.3 7.4 4.8 4 5v13.4c3.4-.2 6 .3 8 1.6 2-1.3 4.6-1.8 8-1.6V5c-3.4-.2-6 .3-8 1.6zM12 6.6V20',
  settings:
    'M4 7h8M17 7h3M12 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0zM4 17h3M12 17h8M7 17a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0z',
  more: 'M5.5 12h.1M12 12h.1M18.4 12h.1',
  search: 'M4.5 10.5a6 6 0 1 0 12 0 6 6 0 1 0-12 0zM15 15l5 5',
  filter: 'M4 7h16M7 12h10M10 17h4',
  sort: 'M8 5v14M8 19l-3-3M8 19l3-3M16 19V5M16 5l-3 3M16 5l3 3',
  keep: 'M12 4.2l2.4 4.9 5.4.8-3.9 3.8.9 5.4-4.8-2.6-4.8 2.6.9-5.4L4.2 9.9l5.4-.8z',
  lock: 'M6.5 11h11v8.5h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  ban: 'M4.5 12a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0zM6.8 6.8l10.4 10.4',
  'chevron-up': 'M6 14.5l6-6 6 6',
  'chevron-down': 'M6 9.5l6 6 6-6',
  'chevron-left': 'M14.5 6l-6 6 6 6',
  'chevron-right': 'M9.5 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  info: 'M4.5 12a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0zM12 11v5M12 8h.1',
  warn: 'M12 4.5l8.2 14.5H3.8zM12 10v4.2M12 16.6h.1',
  question:
    'M4.5 12a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0zM9.8 10a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.8M12 16h.1',
  external: 'M10 5H5v14h14v-5M13.5 5H19v5.5M19 5l-8.5 8.5',
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14',
  upload: 'M12 15.5V4.5M7.5 9L12 4.5 16.5 9M5 19.5h14',
  share: 'M12 14V3.5M8.5 7L12 3.5 15.5 7M8 10.5H6V20h12v-9.5h-2',
  undo: 'M8.5 5L4.5 9l4 4M5 9h8.5a5 5 0 0 1 0 10H9',
  refresh: 'M19 12a7 7 0 1 1-2-4.9M19 4v4h-4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  map: 'M4 6.5l5-2 6 2 5-2v13l-5 2-6-2-5 2zM9 4.5v13M15 6.5v13',
  home: 'M4.5 11L12 4.5l7.5 6.5M6.5 9.5v10h11v-10M10.5 19.5v-5h3v5',
  phone: 'M7.5 3.5h9v17h-9zM11 17.5h2',
  sun: 'M8.5 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0zM12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6L18 18M6 18l1.4-1.4M16.6 7.4L18 6',
  moon: 'M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z',
  clock: 'M4.5 12a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0zM12 7.5V12l3 2',
  edit: 'M5 19l1-4L15.5 5.5l3 3L9 18zM13.5 7.5l3 3',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6',
  print: 'M7.5 9V4h9v5M7.5 16H4.5V9h15v7h-3M7.5 13.5h9V20h-9z',
  grip: 'M9 7h.1M15 7h.1M9 12h.1M15 12h.1M9 17h.1M15 17h.1',
} as const;

export type IconName = keyof typeof STROKES;

export interface IconProps {
  readonly name: IconName;
  /** Spoken name, where no words stand beside the icon. */
  readonly label?: string;
  /** Fills the shape: for a thing that is on, such as a star. */
  readonly filled?: boolean;
}

export function Icon({ name, label, filled = false }: IconProps) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class={styles.icon} viewBox="0 0 24 24" data-filled={filled || undefined} {...named}>
      <path d={STROKES[name]} />
    </svg>
  );
}
