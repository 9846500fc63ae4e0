// The list on paper: places, programs, codes, and a box to tick while entering it in the official system.
import type { RankList } from '#domain/rank-list.ts';
import { codeWords, codeOf } from './codes.ts';
import type { Line } from './model.ts';
import styles from './printed.module.css';

export function Printed({ list, lines }: { readonly list: RankList; readonly lines: readonly Line[] }) {
  return (
    <div class={styles.paper}>
      <h2>{list.name}</h2>
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
              <td>{codeWords(codeOf(line.entry, line.program)) ?? 'code unknown'}</td>
              <td>☐</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>A copy for you. A list counts only once it is certified in the official NRMP system.</p>
    </div>
  );
}
