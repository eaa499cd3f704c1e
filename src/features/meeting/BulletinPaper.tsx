import type { BulletinPart } from '@/domain/bulletin/template'
import { columnShares } from '@/io/papers/column-shares'
import { bulletinTables, type MeetingPapers, type PaperTable, printedRows } from '@/io/papers/papers'
import { signatureIndents } from '@/io/papers/signature'
import { Paper } from '@/ui/Paper'
import classes from './BulletinPaper.module.css'

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p' } as const

/** The bulletin as it is printed: as its Word document, by the measures of the same standard. */
export function BulletinPaper({ papers }: { readonly papers: MeetingPapers }) {
  const { parts, official, words } = papers
  const first = parts.findIndex(({ type }) => type === 'annex')
  const [text, annexed] = first < 0 ? [parts, []] : [parts.slice(0, first), parts.slice(first)]
  const annexes = annexed.flatMap((part) => (part.type === 'annex' ? [part.text] : []))
  const [signature, date] = signatureIndents(official.signature, official.date)
  return (
    <Paper>
      <section className={classes.bulletin}>
        {official.head && <p className={classes.head}>{official.head}</p>}
        <p className={official.head ? classes.ruled : classes.number}>{official.number}</p>
        <Parts parts={text} papers={papers} />
        {annexes.length > 0 && (
          <div className={classes.annexNote}>
            <span>{words.annexNote}</span>
            <div>
              {annexes.map((name, i) => (
                <div key={name}>{annexes.length > 1 ? `${i + 1}. ${name}` : name}</div>
              ))}
            </div>
          </div>
        )}
        {(official.signature || official.date) && (
          <div className={classes.signed}>
            <div style={{ marginRight: `${signature}em` }}>{official.signature}</div>
            <div style={{ marginRight: `${date}em` }}>{official.date}</div>
          </div>
        )}
        <Parts parts={annexed} papers={papers} />
        {(official.copyTo || official.issuedBy) && (
          <div className={classes.imprint}>
            {official.copyTo && <div>{official.copyTo}</div>}
            {(official.issuedBy || official.issuedOn) && (
              <div>
                <span>{official.issuedBy}</span>
                <span>{official.issuedOn}</span>
              </div>
            )}
          </div>
        )}
      </section>
    </Paper>
  )
}

/** Parts of the text, or of its annexes. */
function Parts({ parts, papers }: { readonly parts: readonly BulletinPart[]; readonly papers: MeetingPapers }) {
  const { official, words } = papers
  const tables = bulletinTables(papers)
  const annexes = parts.filter(({ type }) => type === 'annex')
  return parts.map((part, i) => {
    const key = `${i} ${part.type}`
    if (part.type === 'table') return <PaperGrid key={key} table={tables[part.table]!} words={words} />
    if (part.type === 'annex')
      return (
        <div key={key} className={classes.annex}>
          <p>{`${words.annex}${annexes.length > 1 ? annexes.indexOf(part) + 1 : ''}`}</p>
          <h1>{part.text}</h1>
        </div>
      )
    const Tag = TAGS[part.type]
    const text = <Tag key={key}>{part.text}</Tag>
    if (part.type !== 'title' || !official.to) return text
    return [text, <div key={`${key} to`}>{official.to}</div>]
  })
}

function PaperGrid({ table, words }: { readonly table: PaperTable; readonly words: MeetingPapers['words'] }) {
  const rows = printedRows(table)
  const shares = columnShares(table.headings, rows)
  const marked = rows.flat().some((text) => text.endsWith('※'))
  return (
    <>
      <div className={classes.unit}>{words.unitIs}</div>
      <table>
        <colgroup>
          {shares.map((share, i) => (
            <col key={table.headings[i]} style={{ width: `${share * 100}%` }} />
          ))}
        </colgroup>
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
          {rows.map((row, i) => (
            <tr key={row.join()} data-over={table.over[i] || undefined}>
              {row.map((cell, column) => (
                <td key={table.headings[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {marked && <div className={classes.note}>{words.marked}</div>}
    </>
  )
}
