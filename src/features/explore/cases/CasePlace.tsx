import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { readPosition } from '@/domain/intake/rows/typed-position'
import { useOpened } from '@/store/chentu'
import { useMapTool } from '@/store/page/map-tool'
import { countyText } from '@/store/words/county'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import form from '@/ui/form.module.css'
import classes from './CasesPanel.module.css'

interface Props {
  readonly position: Position | null
  readonly typed: string
  onTyped(text: string): void
}

/**
 * The place of a case: as proposed, tapped on the map, or typed. Typed coordinates take precedence over tapped ones.
 */
export function CasePlace({ position, typed, onTyped }: Props) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const { tool, set } = useMapTool()
  const isMarking = tool === 'place'
  return (
    <fieldset className={`plain ${form.field}`} aria-label={t('cases.form.place')}>
      <span>{t('cases.form.place')}</span>
      <p role="status">
        {isMarking
          ? t('cases.form.marking')
          : position
            ? [
                position.map((degrees) => degrees.toFixed(5)).join(', '),
                countyText(t, dataset, position, i18n.language),
              ]
                .filter(Boolean)
                .join(DOT)
            : t('cases.form.nowhere')}
      </p>
      <div className={classes.place}>
        <Button
          aria-pressed={isMarking}
          onClick={() => {
            onTyped('')
            set({ tool: isMarking ? 'pan' : 'place' })
          }}
        >
          {t('cases.form.mark')}
        </Button>
        <input
          aria-label={t('cases.form.typed')}
          placeholder={t('cases.form.typedHelp')}
          value={typed}
          onChange={({ target }) => onTyped(target.value)}
        />
      </div>
      {typed.trim() !== '' && readPosition(typed) === null && <small role="alert">{t('cases.form.badPlace')}</small>}
    </fieldset>
  )
}
