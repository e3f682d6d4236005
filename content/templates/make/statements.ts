import { AlignmentType, ImageRun, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { body, centred, columns, empty, line, organisationHead, paper } from './letterhead.ts'

// A white square; each paper puts its own code in its place (app/domain/documents/pictures.ts).
const blank = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
  'base64',
)
const SIDE = 110

const code = () =>
  new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: blank,
        transformation: { width: SIDE, height: SIDE },
        altText: { name: 'code', title: 'QR-код', description: 'QR-код страницы проверки' },
      }),
    ],
  })

const rowsOf = (cells: { head: string; cell: string; width: number }[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [true, false].map(
      (isHead) =>
        new TableRow({
          tableHeader: isHead,
          cantSplit: true,
          children: cells.map(
            ({ head, cell, width }, at) =>
              new TableCell({
                width: { size: width, type: WidthType.PERCENTAGE },
                margins: { top: 60, bottom: 60, left: 80, right: 80 },
                children: [
                  line(
                    isHead
                      ? head
                      : `${at === 0 ? '{#строки}' : ''}{${cell}}${at === cells.length - 1 ? '{/строки}' : ''}`,
                    { bold: isHead, size: 20 },
                  ),
                ],
              }),
          ),
        }),
    ),
  })

const statement = (title: string, table: Table) =>
  paper(title, [
    ...organisationHead(),
    empty(),
    columns([line('{дата}', { size: 24 })], [line('{номер}', { size: 24, alignment: AlignmentType.RIGHT })]),
    empty(),
    centred(title.toUpperCase(), { bold: true }),
    empty(),
    line('{кто}', { bold: true }),
    line('{номер_в_реестре}', { size: 24 }),
    body('{сведения}'),
    empty(),
    table,
    empty(),
    columns([code()], [line('{проверка}', { size: 18 })], [26, 74]),
  ])

/** «Выписка из реестра экспертов»: statuses with their orders. */
export const registryExtract = () =>
  statement(
    'Выписка из реестра экспертов',
    rowsOf([
      { head: 'Направление', cell: 'направление', width: 34 },
      { head: 'Приказ', cell: 'приказ', width: 27 },
      { head: 'Срок', cell: 'срок', width: 21 },
      { head: 'Состояние', cell: 'состояние', width: 18 },
    ]),
  )

/** «Справка об участии»: expertises and discussions. */
export const participationRecord = () =>
  statement(
    'Справка об участии в экспертизах и обсуждениях',
    rowsOf([
      { head: 'Экспертиза или обсуждение', cell: 'работа', width: 40 },
      { head: 'В качестве кого', cell: 'роль', width: 19 },
      { head: 'Когда', cell: 'срок', width: 23 },
      { head: 'Номера документов', cell: 'документы', width: 18 },
    ]),
  )
