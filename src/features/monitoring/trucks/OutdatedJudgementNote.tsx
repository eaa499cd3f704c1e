import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAttempt } from '@/store/page/use-attempt'
import { reevaluateTracks, useTracks } from '@/store/tracks'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

/** Notes that imported tracks were judged by earlier lists or settings; a button judges them again. */
export function OutdatedJudgementNote({ trucks }: { readonly trucks: number }) {
  const { t } = useTranslation()
  const keeping = useTracks((state) => state.keeping)
  const { problems, attempt } = useAttempt()
  const note = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  useEffect(() => {
    const section = note.current?.closest('section')
    // This note disappears when the work is done, and its focused button with it: keep the focus in the section.
    return () => {
      if (isPressed.current && document.activeElement === document.body) section?.focus({ preventScroll: true })
    }
  }, [])
  function judge() {
    if (keeping) return
    isPressed.current = true
    void attempt(reevaluateTracks)
  }
  return (
    <div role="note" ref={note}>
      <p>{t('trucks.judgedBefore', { count: trucks })}</p>
      <Refused problems={problems} />
      <Button disabled={keeping !== null} onClick={judge}>
        {keeping
          ? t('trucks.judging', { percent: Math.round((100 * keeping.done) / Math.max(1, keeping.of)) })
          : t('trucks.judgeAnew')}
      </Button>
    </div>
  )
}
