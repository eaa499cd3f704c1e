import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayedPhotos } from '@/ledger/displayed-photos'
import type { CaseView } from '@/store/cases/case-view'
import { usePhotoUrl } from '@/store/ledger/use-photo-url'
import { DOT } from '@/ui/dot'
import classes from './CasesScene.module.css'
import { findingLine, keptLines, storyLines } from './case-facts'
import { NextStep } from './NextStep'

/** So many lines of a story have room on the wall: its beginning, and its end. A single story has room for more. */
const [MAX_LINES, MAX_LINES_ALONE] = [3, 8]

interface Props {
  readonly stories: readonly CaseView[]
  /** Number of cases beside these. */
  readonly others: number
  /** The moment as of which the cases are shown, milliseconds since 1970. */
  readonly at: number
  /** What is shown under a single story. */
  readonly children?: ReactNode
  nameOf(code: string): string
}

/** Cases as stories. What has no room is cut, and then it is said where all of it stands. */
export function CaseStories({ stories, others, at, nameOf, children }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    const box = list.current
    if (!box) return
    const isOver = ({ scrollHeight, clientHeight }: Element) => scrollHeight > clientHeight + 1
    const look = () => setCut(isOver(box) || [...box.querySelectorAll('p')].some(isOver))
    const watch = new ResizeObserver(look)
    // A picture that arrives makes its text narrower, and the lists longer.
    for (const each of [box, ...box.querySelectorAll('li')]) watch.observe(each)
    return () => watch.disconnect()
  })
  const most = stories.length === 1 ? MAX_LINES_ALONE : MAX_LINES
  const isShort = stories.some((view) => storyLines(t, view, true).length > most)
  return (
    <div className={classes.told} data-count={stories.length}>
      <ul ref={list} className={classes.stories} data-count={stories.length}>
        {stories.map((view) => (
          <Story
            key={view.id}
            {...{ view, most, at }}
            county={nameOf(view.opened?.county ?? '')}
            // A single case has all its clocks below.
            hasNext={stories.length > 1}
          />
        ))}
      </ul>
      {others > 0 && <small>{t('cases.scene.others', { count: others })}</small>}
      {(isCut || isShort) && <small>{t('cases.scene.cut')}</small>}
      {children}
    </div>
  )
}

interface StoryProps {
  readonly view: CaseView
  readonly county: string
  /** Maximum number of lines. */
  readonly most: number
  readonly at: number
  /** Whether to show what is due next. */
  readonly hasNext: boolean
}

/**
 * A case as a story: the picture that was taken last, what was done when, and what is due next; if it is the only one, what
 * was found before that.
 */
function Story({ view, county, most, at, hasNext }: StoryProps) {
  const { t } = useTranslation()
  const photo = displayedPhotos(view.record.standing.steps.flatMap(({ event }) => event.body.photos)).at(-1)
  const lines = storyLines(t, view, true)
  const finding = findingLine(view)
  const kept = keptLines(lines, finding, most)
  // A single story fills the wall: what was found stands first, so that it is read and never cut.
  const first = hasNext ? undefined : lines[finding]
  const shown = first === undefined ? kept : [first, ...kept.filter((line) => line !== first)]
  return (
    <li data-photo={photo !== undefined} data-lines={shown.length}>
      {photo && <Picture hash={photo.hash} label={view.title} />}
      <div>
        <b>
          {[view.title, county, t(`cases.stage.${view.stage}`), view.opened?.illustrative && t('cases.illustrative')]
            .filter(Boolean)
            .join(DOT)}
        </b>
        {shown.map((line) => (
          <p key={line} className={line === first ? classes.found : undefined}>
            {line}
          </p>
        ))}
        {hasNext && view.next && (
          <p className={classes.next} data-state={view.next.state}>
            <NextStep view={view} at={at} />
          </p>
        )}
      </div>
    </li>
  )
}

function Picture({ hash, label }: { readonly hash: string; readonly label: string }) {
  const url = usePhotoUrl(hash)
  return url ? <img src={url} alt={label} /> : <span />
}
