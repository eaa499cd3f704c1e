import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { distanceMetres } from '@/domain/geodesy/distance'
import { useDistanceWords } from '@/features/field/around/use-distance-words'
import type { Origin } from '@/features/field/around/use-origin'
import form from '@/features/field/field-form.module.css'
import { SourceSymbol } from '@/map/overlay/SourceSymbol'
import { useChentu } from '@/store/chentu'
import type { SourceKey } from '@/store/view/view'
import { useKindTexts } from '@/store/words/kinds'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { DOT } from '@/ui/dot'
import classes from './FindByName.module.css'
import { useFoundByName } from './use-found-by-name'

interface Props {
  readonly origin: Origin
  onClose(): void
}

/**
 * Finds any source of the city by name, however far away: a team may be sent somewhere by phone. Each hit shows what
 * tells it from others of the same name.
 */
export function FindByName({ origin, onClose }: Props) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const kindTexts = useKindTexts()
  const { from } = useDistanceWords(origin)
  const [query, setQuery] = useState('')
  const wanted = query.trim()
  const found = useFoundByName(wanted, origin.kind === 'default' ? null : origin.position)
  const hits = found?.hits ?? []
  function open(key: SourceKey) {
    onClose()
    setView({ selected: key })
  }
  return (
    <Dialog title={t('tablet.find')} size="medium" onClose={onClose}>
      <div className={form.form}>
        <label>
          <span>{t('tablet.findLabel')}</span>
          <input
            type="search"
            autoComplete="off"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            onKeyDown={({ key, nativeEvent }) => {
              const [only, ...others] = hits
              if (key === 'Enter' && !nativeEvent.isComposing && only && others.length === 0) open(only.key)
            }}
          />
        </label>
        {found && hits.length === 0 && wanted !== '' && <p role="status">{t('tablet.findNone', { query: wanted })}</p>}
        <ul className={classes.hits}>
          {hits.map(({ key, kind, name, county, position, status }) => (
            <li key={`${key.kind}/${key.code}/${key.nth ?? ''}`}>
              <Button onClick={() => open(key)}>
                <strong>
                  {status && <SourceSymbol kind={kind} status={status} />} {name}
                </strong>
                <small>
                  {[
                    status === null && t('tablet.findRegistered'),
                    kindTexts.title(kind),
                    county,
                    position ? from(distanceMetres(origin.position, position)) : t('tablet.findNoPlace'),
                    key.code,
                  ]
                    .filter(Boolean)
                    .join(DOT)}
                </small>
              </Button>
            </li>
          ))}
        </ul>
        {found && found.others > 0 && (
          <p role="status">{t(found.hasMore ? 'tablet.findManyMore' : 'tablet.findMore', { count: found.others })}</p>
        )}
      </div>
    </Dialog>
  )
}
