import { useTranslation } from 'react-i18next'
import { useAttempt } from '@/store/page/use-attempt'
import { judgeTracksAnew, useTracks } from '@/store/tracks'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'

/** Says that imported tracks are judged by lists or settings of before, and judges them anew at a press. */
export function JudgedBefore({ trucks }: { readonly trucks: number }) {
  const { t } = useTranslation()
  const keeping = useTracks((state) => state.keeping)
  const { problems, attempt } = useAttempt()
  return (
    <div role="note">
      <p>{t('trucks.judgedBefore', { count: trucks })}</p>
      <Refused problems={problems} />
      <Button disabled={keeping !== null} onClick={() => void attempt(judgeTracksAnew)}>
        {keeping
          ? t('trucks.judging', { percent: Math.round((100 * keeping.done) / Math.max(1, keeping.of)) })
          : t('trucks.judgeAnew')}
      </Button>
    </div>
  )
}
