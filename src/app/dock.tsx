// The bottom edge of the column: toasts, and the few lines the app itself has to say. It stands in the flow and sticks,
// so that it never moves what is above nor hides the end of it; its height is told to the parts that stick there too.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ToastPlace } from '#ui/toast.tsx';
import styles from './dock.module.css';
import { StatusLines, type StatusLinesProps } from './status-lines.tsx';

export function Dock(props: StatusLinesProps) {
  const dock = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = dock.current;
    const column = element?.parentElement;
    if (!element || !column) return;
    const observer = new ResizeObserver(() =>
      column.style.setProperty('--dock', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div class={styles.dock} ref={dock}>
      <ToastPlace />
      <StatusLines {...props} />
    </div>
  );
}
