import { PDFDocument } from '@cantoo/pdf-lib'
import { printable } from './printable'

/** A4 landscape, in points of 1/72 inch. */
const PAGE: [width: number, height: number] = [841.89, 595.28]

/** A PNG as a one-page PDF (A4 landscape), with a title that PDF readers show and search. */
export async function pagePdf(png: Uint8Array, title: string): Promise<Blob> {
  const document = await PDFDocument.create()
  document.setTitle(printable(title), { showInWindowTitleBar: true })
  document.addPage(PAGE).drawImage(await document.embedPng(png), { x: 0, y: 0, width: PAGE[0], height: PAGE[1] })
  return new Blob([(await document.save()) as Uint8Array<ArrayBuffer>], { type: 'application/pdf' })
}
