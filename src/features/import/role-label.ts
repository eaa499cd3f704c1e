import type { TFunction } from 'i18next'
import { TARGETS, type TargetRole } from '@/domain/intake/recognise/target'
import { zh } from '@/i18n/zh-CN'
import type { DeskWords } from '@/workspace/import-desk'

type RegionalRole = keyof typeof zh.data.role

const isRegional = (role: TargetRole): role is RegionalRole => role in zh.data.role

/** Name of what a table can be. */
export function roleLabel(t: TFunction, role: TargetRole): string {
  return isRegional(role) ? t(`data.role.${role}`) : t(`kind.${role}`)
}

/** What files that we write say in the user's language. */
export function deskWords(t: TFunction): DeskWords {
  const roles = Object.fromEntries(TARGETS.map(({ role }) => [role, roleLabel(t, role)]))
  const problems = t('problem', { returnObjects: true }) as Record<string, string>
  return {
    roles: roles as DeskWords['roles'],
    reason: t('data.badReason'),
    rowNumber: t('data.badRowNumber'),
    correction: t('meeting.corrected', { day: '{day}', from: '{from}', to: '{to}', reason: '{reason}' }),
    problems,
  }
}
