import { useEffect, useMemo } from 'react'
import type { HandoverTable } from '@/io/papers/handover-table'
import { Paper } from '@/ui/Paper'

function Picture({ picture }: { readonly picture: NonNullable<HandoverTable['picture']> }) {
  const url = useMemo(() => URL.createObjectURL(new Blob([picture.bytes], { type: 'image/png' })), [picture])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  return <img src={url} alt="" />
}

/** The sheets as they are printed; not seen on the screen. */
export function HandoverPaper({ tables }: { readonly tables: readonly HandoverTable[] }) {
  return (
    <Paper>
      {tables.map(({ name, title, subtitle, to, intro, headings, widths, rows, picture, blanks, notes }) => (
        <section key={name}>
          <h1>{title}</h1>
          <p data-part="subtitle">{subtitle}</p>
          <p>
            <b>{to}</b>
          </p>
          <p>{intro}</p>
          {picture && <Picture picture={picture} />}
          <table>
            <colgroup>
              {widths.map((width, i) => (
                <col key={headings[i]} style={{ width: `${width}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, i) => (
                    <td key={headings[i]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {[...blanks, ...notes].map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      ))}
    </Paper>
  )
}
