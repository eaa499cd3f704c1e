import type { Datum, Zone } from '@/domain/geodesy/datum'

export const EXPORT_FORMATS = ['xlsx', 'csv', 'geojson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Coordinates of an export: degrees in a datum, or metres in a projection zone. */
export type ExportCrs = Datum | Zone
