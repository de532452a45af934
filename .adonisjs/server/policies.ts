export const policies = {
  UsersAdministrationPolicy: () => import('#app/users/policies/administration_policy'),
  UsersRecruitingPolicy: () => import('#app/users/policies/recruiting_policy'),
}

