import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf } from '@/domain/problem'
import { allContradictions } from '@/ledger/contradiction'
import { isFind, type ReviewItem } from '@/ledger/find'
import { unreviewed, type Verdict } from '@/ledger/review'
import { useLedger } from '@/store/ledger'
import { useReviewSitting } from '@/store/page/review-sitting'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import { ReturnForm } from './ReturnForm'
import classes from './ReviewDialog.module.css'
import { ReviewedFind } from './ReviewedFind'
import { ReviewedVisit } from './ReviewedVisit'
import { inReviewOrder } from './review-order'

interface Props {
  readonly all: readonly ReviewItem[]
  onClose(): void
}

const idOf = ({ records }: ReviewItem) => records[0]!.id

/** Starts where the review was left if that record is still open or nothing is open; else at the first record. */
function startAt(ordered: readonly ReviewItem[], seen: string, open: readonly ReviewItem[]): number {
  const left = ordered.findIndex((each) => idOf(each) === seen)
  return left >= 0 && (open.length === 0 || open.includes(ordered[left]!)) ? left : 0
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** The desk goes through checks and found sources one by one, and accepts each or returns it with a note. */
export function ReviewDialog({ all, onClose }: Props) {
  const { t } = useTranslation()
  const { reviews, review, author, setAuthor, state } = useLedger()
  // The order is fixed when the dialog opens, so that nothing moves while the user reads.
  const [ordered] = useState(() => inReviewOrder(all, reviews, allContradictions(state)))
  const { seen, setSeen } = useReviewSitting()
  const [at, setAt] = useState(() => startAt(ordered, seen, unreviewed(ordered, reviews)))
  const top = useRef<HTMLParagraphElement>(null)
  const [givingBack, setGivingBack] = useState(false)
  const [asksWho, setAsksWho] = useState(author === '')
  const [fault, setFault] = useState('')
  const open = unreviewed(ordered, reviews)
  const current = ordered[at]!

  const go = (to: number) => {
    setGivingBack(false)
    setFault('')
    setAt(Math.max(0, Math.min(ordered.length - 1, to)))
    top.current?.scrollIntoView()
  }
  const id = idOf(current)
  useEffect(() => setSeen(id), [id, setSeen])
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if (isTyping(target)) return
      if (key === 'ArrowLeft') go(at - 1)
      if (key === 'ArrowRight') go(at + 1)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  async function say(verdict: Verdict, note: string) {
    await review(current.records, { verdict, note })
    const rest = open.filter((each) => each !== current).map((each) => ordered.indexOf(each))
    go(rest.find((each) => each > at) ?? rest[0] ?? at)
  }
  const accept = () =>
    say('accepted', '').catch((error: unknown) => setFault(t('review.failed', { reason: reasonOf(error) })))

  return (
    <Dialog
      title={t('review.title')}
      size="large"
      closedBy="closerequest"
      onClose={onClose}
      actions={
        <>
          <Button disabled={at === 0} onClick={() => go(at - 1)}>
            {t('review.before')}
          </Button>
          <Button disabled={at === ordered.length - 1} onClick={() => go(at + 1)}>
            {t('review.next')}
          </Button>
          <Button disabled={author === '' || givingBack} onClick={() => setGivingBack(true)}>
            {t('review.giveBack')}
          </Button>
          <Button weight="primary" disabled={author === ''} onClick={() => void accept()}>
            {t('review.accept')}
          </Button>
        </>
      }
    >
      <p role="status" ref={top}>
        {t('review.at', { number: at + 1, count: ordered.length, open: open.length })}{' '}
        <span className="quiet">{t('review.keys')}</span>
      </p>
      {/* Fields capture the arrow keys, so this one is shown only until a name is entered. */}
      {asksWho ? (
        <label className={classes.who}>
          <span>{t('review.who')}</span>
          <input
            value={author}
            maxLength={40}
            onChange={({ target }) => {
              void setAuthor(target.value).catch((error: unknown) => setFault(reasonOf(error)))
            }}
          />
        </label>
      ) : (
        <p className={classes.who}>
          {t('review.by', { who: author })}
          <Button weight="quiet" onClick={() => setAsksWho(true)}>
            {t('review.otherWho')}
          </Button>
        </p>
      )}
      {fault && <p role="alert">{fault}</p>}
      {givingBack && (
        <ReturnForm
          isFind={isFind(current)}
          onGive={(note) => say('returned', note)}
          onCancel={() => setGivingBack(false)}
        />
      )}
      {isFind(current) ? <ReviewedFind key={id} find={current} /> : <ReviewedVisit key={id} visit={current} />}
    </Dialog>
  )
}
