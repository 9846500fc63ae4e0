// A link out of the app. Only https and mailto leave; anything else, whoever supplied it, is shown as text.
import type { ComponentChildren } from 'preact';
import styles from './external-link.module.css';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** The address as the browser reads it, or null where it must not be followed. Addresses without a scheme are taken as https. */
export function safeAddress(address: string): string | null {
  const written = address.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.protocol === 'mailto:') return url.href;
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

export interface ExternalLinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

export function ExternalLink({ href, children }: ExternalLinkProps) {
  const address = safeAddress(href);
  if (address === null) return <span>{children}</span>;
  return (
    <a
      class={styles.link}
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      referrerpolicy="no-referrer"
    >
      {children}
      {/* Keeps the mark on the line of the last letter. */}
      {'\u2060'}
      <Icon name="external" />
      <VisuallyHidden> (opens outside)</VisuallyHidden>
    </a>
  );
}
