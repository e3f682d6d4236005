/** What the toolbar does inside a table; the buttons are there only while the cursor is in one. */
import type { Command } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import {
  hasCells,
  hasHeaderRow,
  isInCell,
  type TableAct,
  tableActs,
  tableCommand,
} from '#app/editor/table-commands.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { ToolSet } from './editor-tools.ts'

/** What can be done in the table of the cursor; null outside of one. */
export function tableState({ state }: Editor) {
  if (!isInCell(state)) return null
  return {
    can: tableActs.filter((act) => tableCommand(act)(state)),
    header: hasHeaderRow(state),
    several: hasCells(state),
  }
}

/** The buttons of a table by what they are done to: rows, columns, cells, the table itself. */
export function tableTools(
  { can, header, several }: NonNullable<ReturnType<typeof tableState>>,
  { tableTools: words }: Messages['reviewEditor'],
  run: (command: Command) => () => void,
): ToolSet[] {
  const tool = (act: TableAct, sign: string, label = words[act]) => ({
    key: act,
    label,
    sign,
    run: run(tableCommand(act)),
    off: !can.includes(act),
  })
  const line = (name: 'row' | 'column', [before, after]: readonly [string, string]): ToolSet => ({
    name: words[name],
    tools: [
      tool(`${name}Before`, `+${before}`),
      tool(`${name}After`, `+${after}`),
      tool(`${name}Remove`, '×'),
    ],
  })
  return [
    line('row', ['↑', '↓']),
    line('column', ['←', '→']),
    {
      name: words.cells,
      tools: [
        tool('merge', words.signs.merge, several ? words.merge : words.mergeRight),
        tool('split', words.signs.split),
      ],
    },
    {
      name: words.table,
      tools: [
        { ...tool('headerRow', words.signs.headerRow), on: header },
        tool('remove', words.signs.remove),
      ],
    },
  ]
}
