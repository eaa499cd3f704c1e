import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gradesOf } from '@/domain/sources/grades'
import type { Filters } from '@/domain/sources/view/filters'
import { useChentu, useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import { ToggleChip } from '@/ui/controls/Chip'
import { Select } from '@/ui/controls/Select'
import classes from './RingRows.module.css'

/** The ring's rows in the layers panel: what it is measured from, its width, and the sources inside. */
export function RingRows() {
  const { t } = useTranslation()
  const { dataset, ring } = useOpened()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const about = dataset.kinds.filter((kind) => kind.ring)
  const filters = useChentu((state) => state.view.filters)
  const setView = useChentu((state) => state.setView)
  const [dragged, setDragged] = useState<number | null>(null)
  const { members } = ring
  const total = [...members.values()].reduce((sum, count) => sum + count, 0)
  const stated = dataset.settings.ring.statedEnterprises
  const km = dragged ?? ring.radiusMetres / 1000
  const isAsked = (grade: string) => filters.ring.join() === 'inside' && filters.grades.join() === grade
  /** Filters by sources of a grade inside the ring; a second press removes the filter. */
  const flip = (grade: string) => {
    const only: Pick<Filters, 'kinds' | 'ring' | 'grades'> = isAsked(grade)
      ? { kinds: [], ring: [], grades: [] }
      : { kinds: about.map(({ id }) => id), ring: ['inside'], grades: [grade] }
    setView({ filters: { ...filters, ...only } })
  }
  const commit = () => {
    if (dragged === null) return
    setView({ ring: { basis: ring.basis, radiusMetres: dragged * 1000 } })
    setDragged(null)
  }
  return (
    <section className={classes.ring} aria-label={t('ring.title', { km })}>
      <div>
        <b>{t('ring.title', { km })}</b>
        <Select
          label={t('ring.basisLabel')}
          labelled="hidden"
          value={ring.basis}
          options={[
            ...(dataset.builtUpArea ? [{ value: 'outline' as const, label: t('ring.basis.outline') }] : []),
            { value: 'centre' as const, label: t('ring.basis.centre') },
          ]}
          onChange={(basis) => setView({ ring: { basis, radiusMetres: ring.radiusMetres } })}
        />
      </div>
      <input
        type="range"
        min="1"
        max="50"
        step="1"
        value={km}
        aria-label={t('ring.radius')}
        onChange={(event) => setDragged(Number(event.target.value))}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      {total > 0 && (
        <p data-testid="ring-count">
          {t('ring.inside', { kind: about.map(({ id }) => kindTexts.title(id)).join(t('ui.comma')), count: total })}
          {stated !== undefined && ` / ${t('ring.stated', { count: stated })}`}
        </p>
      )}
      <fieldset className={`plain ${classes.grades}`} aria-label={kindTexts.grades}>
        {[...new Set(about.flatMap(gradesOf))].map((grade) =>
          (members.get(grade) ?? 0) > 0 ? (
            <ToggleChip key={grade} count={members.get(grade)} pressed={isAsked(grade)} onToggle={() => flip(grade)}>
              {word(grade)}
            </ToggleChip>
          ) : null,
        )}
      </fieldset>
    </section>
  )
}
