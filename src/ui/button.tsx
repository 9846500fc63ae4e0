// Buttons, and links that look like them. A button does something here; a link goes somewhere: never swap the two.
import type { ButtonHTMLAttributes, ComponentChildren, PartialAnchorHTMLAttributes } from 'preact';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = 'solid' | 'line' | 'quiet' | 'danger';

interface Dress {
  /** `solid` is the one main action of a screen; `line` stands beside it; `quiet` is for everything small. */
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly iconFilled?: boolean;
  /** Takes the whole line. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

type ButtonAttributes = Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'class' | 'className' | 'icon' | keyof Dress
>;
type LinkAttributes = Pick<
  PartialAnchorHTMLAttributes<HTMLAnchorElement>,
  'id' | 'download' | 'onClick' | 'aria-current' | 'aria-label' | 'aria-describedby'
>;

const dressed = ({ look = 'line', icon, iconFilled = false, wide = false }: Dress) => ({
  className: `${styles.button} ${styles[look]}${wide ? ` ${styles.wide}` : ''}`,
  mark: icon && <Icon name={icon} filled={iconFilled} />,
});

export function Button(props: Dress & ButtonAttributes) {
  const { look, icon, iconFilled, wide, children, type = 'button', ...rest } = props;
  const { className, mark } = dressed(props);
  return (
    <button {...rest} type={type} class={className}>
      {mark}
      <span>{children}</span>
    </button>
  );
}

export function ButtonLink(props: Dress & LinkAttributes & { readonly href: string }) {
  const { look, icon, iconFilled, wide, children, ...rest } = props;
  const { className, mark } = dressed(props);
  return (
    <a {...rest} class={className}>
      {mark}
      <span>{children}</span>
    </a>
  );
}

/** A square button that is only an icon; `label` is its name. */
export function IconButton(
  props: { readonly icon: IconName; readonly label: string; readonly filled?: boolean } & Omit<
    ButtonAttributes,
    'label' | 'aria-label'
  >,
) {
  const { icon, label, filled = false, type = 'button', ...rest } = props;
  return (
    <button {...rest} type={type} class={styles.square} aria-label={label} title={label}>
      <Icon name={icon} filled={filled} />
    </button>
  );
}

/** Buttons in a row that wraps. */
export function ButtonRow({ children }: { readonly children: ComponentChildren }) {
  return <div class={styles.row}>{children}</div>;
}
