/** Words of `npm run drafts:import`: an operator's tool, Russian only like the other commands. */
type Shown = {
  blocks: readonly { kind: string; number: string | null; text: string; address: string }[]
  losses: readonly { kind: string; count: number; where: readonly string[] }[]
}

export const importCommand = {
  help: [
    'npm run --silent drafts:import -- ФАЙЛ [--json] [--changes accept|reject|suggest]',
    '',
    'Показывает, что сайт распознает в файле (DOCX, Markdown, HTML, текст), и ничего не записывает.',
    '--json     один объект JSON: {ok:true, blocks, losses} или {ok:false, code, message} и код выхода 2',
    '--changes  что делать с исправлениями: принять, отклонить, взять как предложения.',
    '           Без него файл с исправлениями не принимается (код tracked-changes, в сообщении их число).',
  ].join('\n'),
  table: ({ blocks, losses }: Shown) =>
    [
      ...blocks.map(
        ({ address, number, text }) =>
          `${address}\t${number ?? ''}\t${text.replace(/\s+/g, ' ').slice(0, 100)}`,
      ),
      '',
      losses.length === 0 ? 'Потерь нет.' : 'Не сохранится:',
      ...losses.map(
        ({ kind, count, where }) => `  ${kind}: ${count}${where.length > 0 ? ` (${where.join('; ')})` : ''}`,
      ),
    ].join('\n'),
}
