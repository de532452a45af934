export const policies = {
  ConversationPolicy: () => import('#app/conversations/policies/conversation_policy'),
  UsersAdministrationPolicy: () => import('#app/users/policies/administration_policy'),
  UsersRecruitingPolicy: () => import('#app/users/policies/recruiting_policy'),
}

