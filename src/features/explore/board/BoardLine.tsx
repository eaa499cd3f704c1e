import { useTranslation } from 'react-i18next'
import { countyName } from '@/domain/sources/county'
import type { BoardGroup, BoardRow } from '@/questions/plan/board'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { TallyBar } from '@/ui/TallyBar'
import classes from './BoardPanel.module.css'
import { StandingCounts } from './StandingCounts'
import { tallySegments } from './worst-first'

interface BoardLineProps {
  readonly group: Exclude<BoardGroup, 'clauses'>
  readonly row: BoardRow
}

/** A line for a county, department or kind: pressing its name filters by it, pressing a number also by that status. */
export function BoardLine({ group, row: { key, tally } }: BoardLineProps) {
  const { t, i18n } = useTranslation()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const { dataset } = useOpened()
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const chosen: readonly string[] = filters[group]
  const title =
    group === 'kinds'
      ? kindTexts.title(key)
      : group === 'leads'
        ? word(key)
        : key === ''
          ? t('filters.noCounty')
          : countyName(dataset, key, i18n.language)
  const flipped = chosen.includes(key) ? chosen.filter((each) => each !== key) : [...chosen, key]
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-pressed={chosen.includes(key)}
        onClick={() => setView({ filters: { ...filters, [group]: flipped } })}
      >
        <b>{title}</b>
        <TallyBar parts={tallySegments(tally)} />
      </button>
      <StandingCounts of={title} tally={tally} only={{ [group]: [key] }} />
    </li>
  )
}
