import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { readPosition } from '@/domain/intake/rows/typed-position'
import { countyName } from '@/domain/sources/county'
import type { SourceRef } from '@/ledger/references'
import { useAnswer } from '@/store/answers/use-answer'
import { useOpened } from '@/store/chentu'
import { useMapTool } from '@/store/page/map-tool'
import { keyOf } from '@/store/view/view'
import { casePlaceTexts } from '@/store/words/case-place'
import { countyText } from '@/store/words/county'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import form from '@/ui/form.module.css'
import classes from './CasesPanel.module.css'
import { PlaceTexts } from './PlaceTexts'

/** The maximum number of sources that are listed by name. */
const MAX_SOURCES = 8

interface Props {
  readonly position: Position | null
  /** The source at this place; null if none is known. */
  readonly source: SourceRef | null
  /** Where the value was reported; null if it was reported without a place, or by hand. */
  readonly reportedAt: Position | null
  readonly typed: string
  /** @param source the source that was chosen, whose coordinates `text` has; null if something was typed. */
  onTyped(text: string, source: SourceRef | null): void
}

/**
 * The place of a case: as proposed, tapped on the map, or typed as coordinates or as the name of a source. What is typed
 * takes precedence over what was tapped.
 */
export function CasePlace({ position, source: standing, reportedAt, typed, onTyped }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { tool, set } = useMapTool()
  const isMarking = tool === 'place'
  const named = readPosition(typed) === null ? typed.trim() : ''
  const found = useAnswer(async (worker) => (named === '' ? [] : worker.searchSources(named, MAX_SOURCES)), named)
  const sources = (found ?? []).flatMap((each) => (each.position ? [{ ...each, position: each.position }] : []))
  return (
    <fieldset className={`plain ${form.field}`} aria-label={t('cases.form.place')}>
      <span>{t('cases.form.place')}</span>
      <p role="status">
        {isMarking ? (
          t('cases.form.marking')
        ) : position ? (
          <PlaceTexts
            of={[
              ...casePlaceTexts(t, { position, source: standing, reportedAt }),
              countyText(t, dataset, position, i18n.language),
            ].filter(Boolean)}
          />
        ) : (
          t('cases.form.nowhere')
        )}
      </p>
      <div className={classes.place}>
        <Button
          aria-pressed={isMarking}
          onClick={() => {
            onTyped('', null)
            set({ tool: isMarking ? 'pan' : 'place' })
          }}
        >
          {t('cases.form.mark')}
        </Button>
        <input
          aria-label={t('cases.form.typed')}
          placeholder={t('cases.form.typedHelp')}
          value={typed}
          onChange={({ target }) => onTyped(target.value, null)}
        />
      </div>
      {named !== '' && found !== null && sources.length === 0 && <small role="alert">{t('cases.form.badPlace')}</small>}
      {sources.length > 0 && <small>{t('cases.form.choosePlace')}</small>}
      {sources.length > 0 && (
        <ul className="plain" aria-label={t('cases.form.placesFound')}>
          {sources.map(({ position: at, name, code, county, ...each }) => (
            <li key={each.source}>
              <Button weight="quiet" onClick={() => onTyped(at.join(', '), { ...keyOf({ code, ...each }), name })}>
                {[name, countyName(dataset, county, i18n.language), code].filter(Boolean).join(DOT)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
