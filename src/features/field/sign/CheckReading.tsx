import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CheckPhoto, type CheckText, FACTS } from '@/io/papers/check-text'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'
import { Button } from '@/ui/controls/Button'
import classes from './CheckReading.module.css'

/** Distance from the end, in pixels, at which the text counts as read to the end. */
const AT_END = 12

/** The whole text of a record's paper, read on the tablet before signing, in the office's language. */
export function CheckReading({ text }: { readonly text: CheckText }) {
  const { t } = useTranslation()
  const ofOffice = useOfficeTexts()
  const pane = useRef<HTMLDivElement>(null)
  const [isMore, setMore] = useState(false)
  const look = useCallback(() => {
    if (!pane.current) return
    const { scrollTop, scrollHeight, clientHeight } = pane.current
    setMore(scrollTop + clientHeight < scrollHeight - AT_END)
  }, [])
  // The remaining height changes when photos load and when the tablet is turned.
  useEffect(() => {
    const watch = new ResizeObserver(look)
    watch.observe(pane.current!)
    watch.observe(pane.current!.firstElementChild!)
    return () => watch.disconnect()
  }, [look])
  const { items, note, rectifyBy, photos } = text
  return (
    <div className={classes.reading}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={pane} className={classes.pane} aria-label={t('sign.read')} tabIndex={0} onScroll={look}>
        <div lang={OFFICE_LANGUAGE}>
          <h3>{ofOffice('sign.title')}</h3>
          <dl>
            {FACTS.filter((fact) => text.facts[fact]).map((fact) => (
              <div key={fact}>
                <dt>{ofOffice(`sign.${fact}`)}</dt>
                <dd>{text.facts[fact]}</dd>
              </div>
            ))}
          </dl>
          <ol className={classes.items}>
            {items.map(({ title, clause, answer, isMissed, found, by }) => (
              <li key={title} data-missed={isMissed}>
                <p>
                  <b>{title}</b> <span>{clause}</span>
                </p>
                <p className={classes.answer}>{isMissed ? `✕ ${answer}` : answer}</p>
                {found && <p className={classes.wide}>{found}</p>}
                {by && <p className={classes.wide}>{`${ofOffice('sign.deadline')}：${by}`}</p>}
              </li>
            ))}
          </ol>
          {note && <p>{`${ofOffice('check.note')}：${note}`}</p>}
          {rectifyBy && <p>{`${ofOffice('sign.deadline')}：${ofOffice('sign.deadlineText', { day: rectifyBy })}`}</p>}
          {photos.length > 0 && (
            <div className={classes.photos}>
              {photos.map((photo) => (
                <ReadPhoto key={photo.hash} photo={photo} />
              ))}
            </div>
          )}
          <p className={classes.hash}>{ofOffice('sign.hash', { id: text.id, hash: text.hash })}</p>
        </div>
      </section>
      {isMore && (
        <Button
          className={classes.more}
          onClick={() => pane.current?.scrollBy({ top: pane.current.clientHeight * 0.8, behavior: 'smooth' })}
        >
          {`↓ ${t('sign.more')}`}
        </Button>
      )}
    </div>
  )
}

function ReadPhoto({ photo: { hash, item, lines } }: { readonly photo: CheckPhoto }) {
  const url = usePhotoUrl(hash)
  return (
    <figure>
      {url && <img src={url} alt={item} />}
      <figcaption>
        <b>{item}</b>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </figcaption>
    </figure>
  )
}
