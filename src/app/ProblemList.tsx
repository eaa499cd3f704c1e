import { useTranslation } from 'react-i18next'
import { translateText } from '@/domain/glossary'
import type { Problem } from '@/domain/problem'
import { useChentu } from '@/store/chentu'
import { ProblemLine } from '@/ui/ProblemLine'

/** Problems with outside data, one per line. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.map((problem) => (
        <ProblemLine key={JSON.stringify(problem)} problem={problem} />
      ))}
    </ul>
  )
}

/** Problems with the open package: each with its table, and the file that it was imported from, whose rows it numbers anew. */
export function PackageProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, i18n } = useTranslation()
  // None if the package could not be read.
  const dataset = useChentu(({ opened, loaded }) => opened?.dataset ?? loaded)
  const tableOf = ({ file }: Problem) => {
    const table = dataset?.provenance.find(({ path }) => path === file)
    if (!dataset || !table) return ''
    const word = (text: string) => translateText(dataset.glossary, text, i18n.language)
    return t('problem.table', { title: word(table.title), source: word(table.source) })
  }
  return (
    <>
      {problems.some(({ row }) => row !== undefined) && <p className="quiet">{t('app.notesRows')}</p>}
      <ul>
        {problems.map((problem) => (
          <ProblemLine key={JSON.stringify(problem)} problem={problem} table={tableOf(problem)} />
        ))}
      </ul>
    </>
  )
}
