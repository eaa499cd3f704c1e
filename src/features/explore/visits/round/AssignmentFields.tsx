import { useTranslation } from 'react-i18next'
import { RecordedBy } from '@/features/cases/RecordedBy'
import { StepTimeField } from '@/features/explore/cases/StepTimeField'
import type { Assignment } from './use-assignment'

/** Fields for who gives a case to a team, and when. */
export function AssignmentFields({ of: { recorder, when, setWhen, time } }: { readonly of: Assignment }) {
  const { t } = useTranslation()
  return (
    time && (
      <>
        <StepTimeField
          label={t('cases.form.givenAt')}
          help={t('cases.form.givenHelp')}
          step="given"
          time={time}
          value={when}
          onChange={setWhen}
        />
        <RecordedBy label={t('cases.form.stepBy')} of={recorder} />
      </>
    )
  )
}
