/** What the log says of panels and invitations. */
export const panelEvents = {
  'invitation.accepted': 'приглашение принято',
  'invitation.declined': 'приглашение отклонено',
  'invitation.expired': 'срок приглашения истёк',
  'panel.cancelled': 'группа отменена',
  'panel.chair-appointed': 'назначен председатель',
  'panel.convened': 'состав группы утверждён',
  'panel.file-attached': 'приложен файл для экспертизы',
  'panel.file-detached': 'убран файл для экспертизы',
  'panel.invited': 'разосланы приглашения',
  'panel.lot-announced': 'объявлен жребий',
  'panel.request-eased': 'запрос группы ослаблен, чтобы состав нашёлся',
  'panel.request-edited': 'изменён запрос группы',
  'panel.person-named': 'в запросе группы назван человек',
  'panel.person-unnamed': 'человек убран из запроса группы',
  'panel.requested': 'запрошена группа',
  'panel.selected': 'состав отобран',
}
