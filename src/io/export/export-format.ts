import type { Datum, Zone } from '@/domain/geodesy/datum'

export const EXPORT_FORMATS = ['xlsx', 'csv', 'geojson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The coordinates that an export is written in: degrees of a datum, or metres of a zone. */
export type ExportCrs = Datum | Zone
