import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '@/domain/sources/kinds/kind'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu, useOpened } from '@/store/chentu'
import { switchLayers, useHiddenLayers } from '@/store/chentu/on-map'
import { areFirstLayers, FIRST_LAYERS } from '@/store/view/hidden-layers'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import form from '@/ui/form.module.css'
import panel from '@/ui/panel.module.css'
import { DepartmentSelect } from './DepartmentSelect'
import classes from './KindLayers.module.css'
import { KindRow } from './KindRow'

/** Whether each group is unfolded, by group key. */
type Folds = ReadonlyMap<string, boolean>
const NONE_FOLDED: Folds = new Map()

/** From this many kinds on, a search field is shown. */
const MANY = 13

/**
 * The kinds by group, with the number of sources and of overdue ones, on/off switches, and a reset to the package's own
 * choice.
 */
export function KindLayers({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const view = useChentu((state) => state.view)
  const hidden = useHiddenLayers()
  const [query, setQuery] = useState('')
  const found = useFound(kinds, query.trim())
  const groups = kindTexts.grouped(found?.kinds ?? kinds)
  const isOnMap = (kind: Kind) => !hidden.includes(kind.id)
  const [open, setOpen] = useState<Folds>(() => new Map(groups.map(({ key, kinds }) => [key, kinds.some(isOnMap)])))
  /** Groups found by a search start unfolded; after the search all groups are as they were before. */
  const [openFound, setOpenFound] = useState<Folds>(NONE_FOLDED)
  const [folds, setFolds] = found ? [openFound, setOpenFound] : [open, setOpen]
  return (
    <>
      <DepartmentSelect />
      {kinds.length >= MANY && (
        <label className={form.field}>
          <span>{t('layers.find')}</span>
          <input
            type="search"
            value={query}
            placeholder={t('layers.findBy')}
            onChange={(event) => {
              setQuery(event.target.value)
              setOpenFound(NONE_FOLDED)
            }}
          />
        </label>
      )}
      <div className={panel.heading}>
        <span>{t('layers.sources')}</span>
        <span>
          {t('layers.overdue')} / {t('layers.total')}
        </span>
      </div>
      {found?.kinds.length === 0 && <p role="status">{t('layers.noneFound', { text: found.text })}</p>}
      {groups.map(({ title, key, kinds: own }) =>
        title === '' ? (
          <Rows key={key} kinds={own} hidden={hidden} />
        ) : (
          <Group
            key={key}
            title={title}
            kinds={own}
            hidden={hidden}
            isOpen={folds.get(key) ?? (found !== null || own.some(isOnMap))}
            onFold={(isOpen) => setFolds(new Map(folds).set(key, isOpen))}
          />
        ),
      )}
      {!areFirstLayers(view) && (
        <Button weight="quiet" onClick={() => useChentu.getState().setView(FIRST_LAYERS)}>
          {t('layers.toFirst')}
        </Button>
      )}
    </>
  )
}

/**
 * The kinds that match a search text by their own or their group's name, in either language or pinyin; null without a
 * text. While a search runs, the previous result is returned.
 */
function useFound(kinds: readonly Kind[], text: string) {
  const entries = kinds.map(({ title, words, group }) => ({
    name: [title.zh, title.en, ...words, group?.title.zh, group?.title.en].filter(Boolean).join(' '),
    code: '',
    county: '',
  }))
  const answer = useAnswer(
    async (worker) => (text === '' ? null : { text, places: await worker.searchNames(entries, text) }),
    '',
    [text],
  )
  if (text === '' || !answer) return null
  return { text: answer.text, kinds: kinds.filter((_, i) => answer.places.includes(i)) }
}

interface RowsProps {
  readonly kinds: readonly Kind[]
  /** Ids of hidden kinds; may include ids of other kinds. */
  readonly hidden: readonly string[]
}

interface GroupProps extends RowsProps {
  readonly title: string
  readonly isOpen: boolean
  onFold(isOpen: boolean): void
}

/** A foldable group with one switch for all its kinds; it starts unfolded if any of them is on the map. */
function Group({ title, kinds, hidden, isOpen, onFold }: GroupProps) {
  const { t } = useTranslation()
  const { counts } = useOpened()
  const listId = useId()
  const ids = kinds.map(({ id }) => id)
  const shown = ids.filter((id) => !hidden.includes(id)).length
  const sum = (of: 'overdue' | 'total') => ids.reduce((all, id) => all + (counts.byKind.get(id)?.[of] ?? 0), 0)
  const isWhole = shown === ids.length
  return (
    <>
      <div className={classes.group}>
        <button type="button" aria-expanded={isOpen} aria-controls={listId} onClick={() => onFold(!isOpen)}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {title}
          <small>{t('layers.ofGroup', { shown, count: ids.length })}</small>
        </button>
        <span className={classes.bad}>{sum('overdue') || ''}</span>
        <span className={classes.total}>{sum('total')}</span>
        <input
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = shown > 0 && !isWhole
          }}
          checked={isWhole}
          aria-label={t('layers.wholeGroup', { group: title })}
          onChange={() => switchLayers(ids, !isWhole)}
        />
      </div>
      <div id={listId} hidden={!isOpen}>
        <Rows kinds={kinds} hidden={hidden} />
      </div>
    </>
  )
}

function Rows({ kinds, hidden }: RowsProps) {
  return (
    <ul>
      {kinds.map(({ id }) => (
        <KindRow key={id} kind={id} on={!hidden.includes(id)} />
      ))}
    </ul>
  )
}
