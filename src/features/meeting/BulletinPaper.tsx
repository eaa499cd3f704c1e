import { bulletinTables, type MeetingPapers, printedRows } from '@/io/papers/papers'
import { Paper } from '@/ui/Paper'

const TAGS = { title: 'h1', heading: 'h2', paragraph: 'p' } as const

/** The bulletin as it is printed. */
export function BulletinPaper({ papers }: { readonly papers: MeetingPapers }) {
  const tables = bulletinTables(papers)
  return (
    <Paper>
      <section>
        {papers.parts.map((part, i) => {
          const key = `${i} ${part.type}`
          if (part.type !== 'table') {
            const Tag = TAGS[part.type]
            return <Tag key={key}>{part.text}</Tag>
          }
          const table = tables[part.table]!
          return (
            <table key={key}>
              <thead>
                <tr>
                  {table.headings.map((heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {printedRows(table).map((row) => (
                  <tr key={row.join()}>
                    {row.map((cell, column) => (
                      <td key={table.headings[column]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        })}
      </section>
    </Paper>
  )
}
