import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import { countyName } from '@/domain/sources/county'
import type { MonitorLine } from '@/questions/monitors/monitor-list'
import { useChentu, useDataset } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { Button } from '@/ui/controls/Button'
import { DOT } from '@/ui/dot'
import classes from './Monitoring.module.css'
import { nameOf } from './shown-devices'

/** Header of a device's views: its facts, links to other screens, and the controls of the view. */
export function DeviceHead({ line, children }: { readonly line: MonitorLine; readonly children: ReactNode }) {
  const { device, place, isKept } = line
  const { t, i18n } = useTranslation()
  const dataset = useDataset()
  const { word } = useDataWords()
  const setView = useChentu((state) => state.setView)
  const listed = place?.listed ?? null
  const kind = place && dataset.kinds.find(({ id }) => id === place.kind)
  const isListedApart = listed !== null && listed.kind !== place?.kind
  const facts = [
    device,
    place ? countyName(dataset, place.county, i18n.language) : t('monitoring.unknownDevice'),
    kind && inLanguage(kind.title, i18n.language),
    isKept && t('monitoring.kept'),
    !place && line.called !== null && t('monitoring.calledSo'),
    place?.stage && t('monitoring.stage', { stage: word(place.stage) }),
  ].flatMap((fact) => fact || [])
  return (
    <header className={classes.head}>
      <div>
        <h2>{nameOf(line)}</h2>
        <p className="quiet">
          {facts.map((fact, at) => (
            // Each fact is kept on one line.
            <span key={fact}>
              {fact}
              {(at < facts.length - 1 || isListedApart) && DOT}
            </span>
          ))}
          {isListedApart && (
            <Button
              weight="quiet"
              onClick={() => setView({ mode: 'explore', selected: { kind: listed.kind, code: listed.code } })}
            >
              {t('monitoring.listed')}
            </Button>
          )}
        </p>
      </div>
      <Button onClick={() => setView({ device: null })}>{t('monitoring.map.back')}</Button>
      {place && (
        <Button onClick={() => setView({ mode: 'explore', selected: { kind: place.kind, code: place.code } })}>
          {t('monitoring.onMap')}
        </Button>
      )}
      {children}
    </header>
  )
}
