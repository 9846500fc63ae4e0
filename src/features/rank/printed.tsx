// The list on paper: places, programs, codes, and a box to tick while entering it in the official system.
import { codeOf, codeWords } from './codes.ts';
import { codeCell } from './export-text.ts';
import type { Line } from './model.ts';
import styles from './printed.module.css';

export function Printed({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div class={styles.paper}>
      <table>
        <thead>
          <tr>
            <th scope="col">Rank</th>
            <th scope="col">Program</th>
            <th scope="col">NRMP code</th>
            <th scope="col">Entered</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.entry.id}>
              <td>{line.place}</td>
              <td>
                {line.name}
                {line.program?.row &&
                  `, ${[line.program.row.city, line.program.row.state].filter(Boolean).join(', ')}`}
              </td>
              <td>{codeWords(codeOf(line.entry, line.program)) ?? codeCell(line)}</td>
              <td>☐</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>A copy for you. A list counts only once it is certified in the official NRMP system.</p>
    </div>
  );
}
