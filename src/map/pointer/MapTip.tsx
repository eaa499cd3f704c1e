import { useTranslation } from 'react-i18next'
import { kindWithId } from '@/domain/sources/kinds/kind'
import { ShapeSymbol } from '@/map/overlay/SourceSymbol'
import { lineKey } from '@/questions/source/line-sources'
import { useOpened } from '@/store/chentu'
import { useDataWords } from '@/store/words/data-words'
import { useKindTexts } from '@/store/words/kinds'
import classes from './MapTip.module.css'
import type { Hovered } from './use-picking'

/** Beyond this share of the map's size a tip is placed left of the pointer, or above it. */
const FAR = 0.7

/** Tooltip for what is under the pointer: name, kind and status of a source, or the counts of a badge. */
export function MapTip({ hovered, map }: { readonly hovered: Hovered; readonly map: HTMLElement }) {
  const { t } = useTranslation()
  const kindTexts = useKindTexts()
  const { word } = useDataWords()
  const { dataset, evaluation } = useOpened()
  const { x, y, source, point, badge, listed } = hovered
  const toLeft = x > map.clientWidth * FAR
  const above = y > map.clientHeight * FAR
  const move = `translate(${x + (toLeft ? -14 : 14)}px, ${y + (above ? -14 : 14)}px) translate(${toLeft ? '-100%' : '0'}, ${above ? '-100%' : '0'})`
  const grade = source && evaluation.lineGrades.get(lineKey(source.kind, source.code, source.nth))
  const standing = source?.status && t(`status.${source.status}`)
  const shape = source && kindWithId(dataset.kinds, source.kind)?.symbol.shape
  return (
    <div className={classes.tip} style={{ transform: move }}>
      {source && (
        <>
          <b>{source.name}</b>
          <span>
            {source.status && shape && <ShapeSymbol shape={shape} status={source.status} />}
            {[kindTexts.title(source.kind), standing ?? (grade && word(grade))].filter(Boolean).join(' · ')}
          </span>
          {listed > 0 && <span>{`${t('map.badge.here', { count: listed })} · ${t('map.badge.list')}`}</span>}
        </>
      )}
      {point && (
        <>
          <b>{point.name}</b>
          <span>{t('point.kind')}</span>
        </>
      )}
      {badge && (
        <>
          <b>{t('map.badge.count', { count: badge.count })}</b>
          <span>
            {[
              badge.overdue > 0 && t('map.badge.overdue', { count: badge.overdue }),
              badge.failing > 0 && t('map.badge.failing', { count: badge.failing }),
              t(listed > 0 ? 'map.badge.list' : 'map.badge.press'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      )}
    </div>
  )
}
