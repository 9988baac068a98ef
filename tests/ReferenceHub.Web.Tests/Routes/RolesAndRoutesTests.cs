using System.Net;
using ReferenceHub.Core.People;

namespace ReferenceHub.Web.Tests.Routes;

/// <summary>
/// Every route of the product, called as every role and as nobody, on things that are not the caller's own.
/// yes: served (also with "fill in the form"); no: 403; login: sent to sign in; 404: not told that it exists.
/// </summary>
public sealed class RolesAndRoutesTests(Household household) : IClassFixture<Household>
{
    private const string Table = """
        verb route                                                                  nobody    rep       manager   marketing executive administrator
        GET  /                                                                      login     yes       yes       yes       yes       yes
        GET  /account/inbox                                                         login     yes       yes       yes       yes       yes
        POST /account/inbox/reading                                                 login     yes       yes       yes       yes       yes
        POST /account/inbox/{id:guid}/reading                                       login     404       404       404       404       404
        POST /account/inbox/{id:guid}/unreading                                     login     404       404       404       404       404
        GET  /account/absence                                                       login     yes       yes       yes       yes       yes
        POST /account/absence                                                       login     yes       yes       yes       yes       yes
        GET  /account/absence/{id:guid}                                             login     404       yes       404       404       yes
        POST /account/absence/{id:guid}                                             login     404       yes       404       404       yes
        POST /account/absence/{id:guid}/removal                                     login     404       yes       404       404       yes
        GET  /account/login                                                         yes       yes       yes       yes       yes       yes
        POST /account/login                                                         yes       yes       yes       yes       yes       yes
        POST /account/logout                                                        yes       yes       yes       yes       yes       yes
        GET  /account/notifications                                                 login     yes       yes       yes       yes       yes
        POST /account/notifications                                                 login     yes       yes       yes       yes       yes
        GET  /account/password                                                      login     yes       yes       yes       yes       yes
        POST /account/password                                                      login     yes       yes       yes       yes       yes
        GET  /account/profile                                                       login     yes       yes       yes       yes       yes
        POST /account/profile                                                       login     yes       yes       yes       yes       yes
        GET  /account/setup                                                         404       404       404       404       404       404
        POST /account/setup                                                         404       404       404       404       404       404
        POST /actions                                                               login     404       yes       yes       404       404
        GET  /admin/activity-types                                                  login     no        yes       no        no        yes
        POST /admin/activity-types                                                  login     no        yes       no        no        yes
        GET  /admin/activity-types/new                                              login     no        yes       no        no        yes
        GET  /admin/activity-types/{key}                                            login     no        yes       no        no        yes
        POST /admin/activity-types/{key}                                            login     no        yes       no        no        yes
        POST /admin/activity-types/{key}/place                                      login     no        yes       no        no        yes
        GET  /admin/calendars                                                       login     no        yes       no        no        yes
        POST /admin/calendars                                                       login     no        yes       no        no        yes
        GET  /admin/calendars/new                                                   login     no        yes       no        no        yes
        GET  /admin/calendars/{calendarId:guid}                                     login     no        yes       no        no        yes
        POST /admin/calendars/{calendarId:guid}                                     login     no        yes       no        no        yes
        GET  /admin/matching                                                        login     no        yes       no        no        no
        POST /admin/matching                                                        login     no        yes       no        no        no
        POST /admin/matching/preview                                                login     no        yes       no        no        no
        GET  /admin/messages                                                        login     no        yes       no        no        yes
        GET  /admin/messages/outbox                                                 login     no        yes       no        no        yes
        GET  /admin/messages/{kind}                                                 login     no        yes       no        no        yes
        POST /admin/messages/{kind}                                                 login     no        yes       no        no        yes
        GET  /admin/messages/{kind}/preview                                         login     no        yes       no        no        yes
        POST /admin/messages/{kind}/preview                                         login     no        yes       no        no        yes
        POST /admin/messages/{kind}/shipped                                         login     no        yes       no        no        yes
        POST /admin/messages/{id:guid}/retry                                        login     no        yes       no        no        yes
        GET  /admin/organisation                                                    login     no        no        no        no        yes
        POST /admin/organisation                                                    login     no        no        no        no        yes
        POST /admin/organisation/activity-types                                     login     no        no        no        no        yes
        POST /admin/organisation/legal                                              login     no        no        no        no        yes
        POST /admin/organisation/legal/{id:guid}/removal                            login     no        no        no        no        yes
        GET  /admin/taxonomies                                                      login     no        yes       no        no        yes
        GET  /admin/taxonomies/{kind}                                               login     no        yes       no        no        yes
        POST /admin/taxonomies/{kind}                                               login     no        yes       no        no        yes
        GET  /admin/taxonomies/{kind}/new                                           login     no        yes       no        no        yes
        GET  /admin/taxonomies/{kind}/{id:guid}                                     login     no        yes       no        no        yes
        POST /admin/taxonomies/{kind}/{id:guid}                                     login     no        yes       no        no        yes
        GET  /admin/taxonomies/{kind}/{id:guid}/merge                               login     no        yes       no        no        yes
        POST /admin/taxonomies/{kind}/{id:guid}/merge                               login     no        yes       no        no        yes
        POST /admin/taxonomies/{kind}/{id:guid}/place                               login     no        yes       no        no        yes
        POST /admin/taxonomies/{kind}/{id:guid}/removal                             login     no        yes       no        no        yes
        POST /admin/taxonomies/{kind}/{id:guid}/retirement                          login     no        yes       no        no        yes
        POST /admin/taxonomies/{kind}/{id:guid}/retirement/end                      login     no        yes       no        no        yes
        GET  /admin/teams                                                           login     no        no        no        no        yes
        POST /admin/teams                                                           login     no        no        no        no        yes
        GET  /admin/teams/new                                                       login     no        no        no        no        yes
        GET  /admin/teams/{id:guid}                                                 login     no        no        no        no        yes
        POST /admin/teams/{id:guid}                                                 login     no        no        no        no        yes
        GET  /admin/users                                                           login     no        no        no        no        yes
        POST /admin/users                                                           login     no        no        no        no        yes
        GET  /admin/users/new                                                       login     no        no        no        no        yes
        GET  /admin/users/{id:guid}                                                 login     no        no        no        no        yes
        POST /admin/users/{id:guid}                                                 login     no        no        no        no        yes
        POST /admin/users/{id:guid}/deactivation                                    login     no        no        no        no        yes
        POST /admin/users/{id:guid}/handover                                        login     no        no        no        no        yes
        POST /admin/users/{id:guid}/password-link                                   login     no        no        no        no        yes
        POST /admin/users/{id:guid}/reactivation                                    login     no        no        no        no        yes
        GET  /content                                                               login     yes       yes       yes       yes       yes
        GET  /content/export                                                        login     no        yes       yes       no        no
        GET  /content/new                                                           login     no        yes       yes       no        no
        POST /content/new                                                           login     no        yes       yes       no        no
        POST /content/preview                                                       login     no        yes       yes       no        no
        GET  /content/shares                                                        login     yes       yes       yes       no        no
        GET  /content/shares/new                                                    login     yes       yes       yes       no        no
        POST /content/shares/new                                                    login     yes       yes       yes       no        no
        GET  /content/shares/{id:guid}                                              login     404       yes       yes       no        no
        POST /content/shares/{id:guid}/address                                      login     404       yes       yes       no        no
        POST /content/shares/{id:guid}/revocation                                   login     404       yes       yes       no        no
        GET  /content/{id:guid}                                                     login     yes       yes       yes       yes       yes
        POST /content/{id:guid}/deals                                               login     yes       yes       yes       no        no
        POST /content/{id:guid}/draft                                               login     no        yes       yes       no        no
        GET  /content/{id:guid}/edit                                                login     no        yes       yes       no        no
        POST /content/{id:guid}/edit                                                login     no        yes       yes       no        no
        GET  /content/{id:guid}/file                                                login     yes       yes       yes       yes       yes
        GET  /content/{id:guid}/link                                                login     yes       yes       yes       yes       yes
        POST /content/{id:guid}/publication                                         login     no        yes       yes       no        no
        POST /content/{id:guid}/review                                              login     no        yes       yes       no        no
        GET  /content/{id:guid}/versions/{number:int}                               login     no        yes       yes       no        no
        POST /content/{id:guid}/versions/{number:int}/restoration                   login     no        yes       yes       no        no
        POST /content/{id:guid}/withdrawal                                          login     no        yes       yes       no        no
        ANY  /error/{status:int}                                                    404       404       404       404       404       404
        POST /follow-ups                                                            login     404       yes       yes       404       404
        POST /follow-ups/{id:guid}/completion                                       login     404       404       404       404       404
        POST /follow-ups/{id:guid}/delay                                            login     404       404       404       404       404
        POST /follow-ups/{id:guid}/reopening                                        login     404       404       404       404       404
        ANY  /health/live                                                           yes       yes       yes       yes       yes       yes
        ANY  /health/ready                                                          yes       yes       yes       yes       yes       yes
        GET  /l/{token}                                                             yes       yes       yes       yes       yes       yes
        HEAD /l/{token}                                                                 yes       yes       yes       yes       yes       yes
        GET  /l/{token}/{**room}                                                    404       404       404       404       404       404
        GET  /l/{share}/content/{assetId:guid}                                      yes       yes       yes       yes       yes       yes
        HEAD /l/{share}/content/{assetId:guid}                                      yes       yes       yes       yes       yes       yes
        GET  /l/{share}/content/{assetId:guid}/file                                 yes       yes       yes       yes       yes       yes
        HEAD /l/{share}/content/{assetId:guid}/file                                 yes       yes       yes       yes       yes       yes
        GET  /l/{share}/content/{assetId:guid}/link                                 yes       yes       yes       yes       yes       yes
        HEAD /l/{share}/content/{assetId:guid}/link                                 yes       yes       yes       yes       yes       yes
        GET  /l/{use}/invitation                                                         404       404       404       404       404       404
        HEAD /l/{use}/invitation                                                         404       404       404       404       404       404
        GET  /l/{use}/calendar.ics                                                       404       404       404       404       404       404
        HEAD /l/{use}/calendar.ics                                                       404       404       404       404       404       404
        GET  /l/{use}/times                                                              yes       yes       yes       yes       yes       yes
        HEAD /l/{use}/times                                                              yes       yes       yes       yes       yes       yes
        GET  /l/{use}/times/again                                                        yes       yes       yes       yes       yes       yes
        HEAD /l/{use}/times/again                                                        yes       yes       yes       yes       yes       yes
        POST /l/{use}/times                                                              yes       yes       yes       yes       yes       yes
        POST /l/{use}/times/choice                                                       yes       yes       yes       yes       yes       yes
        GET  /l/{survey}/survey                                                          404       404       404       404       404       404
        HEAD /l/{survey}/survey                                                          404       404       404       404       404       404
        POST /l/{survey}/survey                                                          404       404       404       404       404       404
        GET  /l/{ask}/ask                                                                yes       yes       yes       yes       yes       yes
        HEAD /l/{ask}/ask                                                                yes       yes       yes       yes       yes       yes
        POST /l/{ask}/ask/yes                                                            yes       yes       yes       yes       yes       yes
        POST /l/{ask}/ask/no                                                             yes       yes       yes       yes       yes       yes
        POST /l/{holder}/letters                                                         yes       yes       yes       yes       yes       yes
        GET  /l/{limits}/limits                                                          yes       yes       yes       yes       yes       yes
        HEAD /l/{limits}/limits                                                          yes       yes       yes       yes       yes       yes
        GET  /l/{pause}/pause                                                            yes       yes       yes       yes       yes       yes
        HEAD /l/{pause}/pause                                                            yes       yes       yes       yes       yes       yes
        GET  /l/{record}/record                                                          yes       yes       yes       yes       yes       yes
        HEAD /l/{record}/record                                                          yes       yes       yes       yes       yes       yes
        GET  /l/{withdrawal}/withdrawal                                                  yes       yes       yes       yes       yes       yes
        HEAD /l/{withdrawal}/withdrawal                                                  yes       yes       yes       yes       yes       yes
        POST /l/{limits}/limits                                                          yes       yes       yes       yes       yes       yes
        POST /l/{pause}/pause                                                            yes       yes       yes       yes       yes       yes
        POST /l/{pause}/pause/end                                                        yes       yes       yes       yes       yes       yes
        POST /l/{record}/record/corrections                                              yes       yes       yes       yes       yes       yes
        POST /l/{withdrawal}/withdrawal                                                  yes       yes       yes       yes       yes       yes
        POST /l/{token}/password                                                    yes       yes       yes       yes       yes       yes
        GET  /l/{token}/unsubscribe                                                 404       404       404       404       404       404
        HEAD /l/{token}/unsubscribe                                                 404       404       404       404       404       404
        POST /l/{token}/unsubscribe                                                 404       404       404       404       404       404
        POST /l/{share}/unlock                                                          yes       yes       yes       yes       yes       yes
        GET  /metrics                                                               login     no        yes       yes       yes       no
        GET  /metrics/rows                                                          login     no        yes       yes       no        no
        GET  /opportunities                                                         login     yes       yes       yes       yes       yes
        POST /opportunities                                                         login     yes       yes       yes       no        no
        GET  /opportunities/export                                                  login     no        yes       yes       no        no
        GET  /opportunities/duplicates                                              login     no        yes       no        no        no
        GET  /opportunities/{id:guid}/merge                                         login     no        yes       no        no        no
        POST /opportunities/{id:guid}/merge                                         login     no        404       no        no        no
        GET  /admin/stages                                                          login     no        yes       no        no        yes
        POST /admin/stages                                                          login     no        yes       no        no        yes
        POST /admin/stages/names                                                    login     no        yes       no        no        yes
        POST /admin/stages/names/removal                                            login     no        yes       no        no        yes
        GET  /opportunities/new                                                     login     yes       yes       yes       no        no
        GET  /palette                                                               login     yes       yes       yes       yes       yes
        GET  /opportunities/options                                                 login     yes       yes       yes       no        no
        GET  /opportunities/{id:guid}                                               login     404       yes       yes       404       404
        GET  /opportunities/{id:guid}/edit                                          login     404       yes       no        no        no
        POST /opportunities/{id:guid}/edit                                          login     404       yes       no        no        no
        POST /opportunities/{id:guid}/amount-confirmation                           login     no        yes       no        no        no
        POST /opportunities/{id:guid}/content                                       login     404       yes       yes       no        no
        POST /opportunities/{id:guid}/content/{assetId:guid}/removal                login     404       yes       yes       404       404
        POST /preferences/keys                                                      yes       yes       yes       yes       yes       yes
        POST /preferences/theme                                                     yes       yes       yes       yes       yes       yes
        GET  /processes                                                                  login     yes       yes       yes       yes       yes
        POST /processes                                                                  login     no        yes       no        no        yes
        GET  /processes/import                                                           login     no        yes       no        no        yes
        POST /processes/import                                                           login     no        yes       no        no        yes
        GET  /processes/new                                                              login     no        yes       no        no        yes
        GET  /processes/{processId:guid}                                                 login     yes       yes       yes       yes       yes
        GET  /processes/{processId:guid}/compare                                         login     yes       yes       yes       yes       yes
        POST /processes/{processId:guid}/copies                                          login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/details                                         login     no        yes       no        no        yes
        POST /processes/{processId:guid}/details                                         login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/print                                           login     yes       yes       yes       yes       yes
        POST /processes/{processId:guid}/retirement                                      login     no        yes       no        no        yes
        POST /processes/{processId:guid}/retirement/end                                  login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/shares                                          login     no        yes       no        no        yes
        POST /processes/{processId:guid}/shares                                          login     no        yes       no        no        yes
        POST /processes/{processId:guid}/shares/{linkId:guid}/revocation                 login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions                                        login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/versions/{number:int}                           login     404       yes       404       404       yes
        POST /processes/{processId:guid}/versions/{number:int}/calling-off               login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/deletion                  login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/versions/{number:int}/edit                      login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/versions/{number:int}/file                      login     404       yes       404       404       yes
        POST /processes/{processId:guid}/versions/{number:int}/note                      login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/promise                   login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/stages                    login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/stages/{stage}            login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/stages/{stage}/place      login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/stages/{stage}/removal    login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/start                     login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/versions/{number:int}/steps                     login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/steps                     login     no        yes       no        no        yes
        GET  /processes/{processId:guid}/versions/{number:int}/steps/{step}              login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/steps/{step}              login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/steps/{step}/place        login     no        yes       no        no        yes
        POST /processes/{processId:guid}/versions/{number:int}/steps/{step}/removal      login     no        yes       no        no        yes
        GET  /references                                                            login     yes       yes       yes       yes       yes
        GET  /references/bulk                                                       login     yes       yes       yes       yes       yes
        POST /references/bulk                                                       login     yes       yes       yes       yes       yes
        POST /references/bulk/preview                                               login     yes       yes       yes       yes       yes
        GET  /references/compare                                                    login     yes       yes       yes       yes       yes
        GET  /references/contacts/export                                            login     no        yes       yes       no        no
        GET  /references/export                                                     login     yes       yes       yes       no        no
        GET  /references/import                                                     login     no        yes       no        no        no
        POST /references/import                                                     login     no        yes       no        no        no
        GET  /references/import/{id:guid}                                           login     no        404       no        no        no
        POST /references/import/{id:guid}                                           login     no        404       no        no        no
        POST /references/import/{id:guid}/discard                                   login     no        404       no        no        no
        GET  /references/import/{id:guid}/problems/export                           login     no        404       no        no        no
        GET  /references/import/{id:guid}/progress                                  login     no        404       no        no        no
        POST /references/import/{id:guid}/restart                                   login     no        404       no        no        no
        POST /references/import/{id:guid}/run                                       login     no        404       no        no        no
        POST /references/import/{id:guid}/undo                                      login     no        404       no        no        no
        GET  /references/new                                                        login     no        yes       yes       no        no
        POST /references/new                                                        login     no        yes       yes       no        no
        POST /references/leads/settings                                             login     no        yes       no        no        no
        POST /references/leads/{id:guid}/delay                                      login     no        yes       no        no        no
        POST /references/leads/{id:guid}/recruitment                                login     no        yes       no        no        no
        GET  /references/nominations                                                login     yes       yes       yes       yes       yes
        GET  /references/nominations/export                                         login     yes       yes       yes       no        no
        GET  /references/nominations/new                                            login     yes       yes       yes       yes       yes
        POST /references/nominations/new                                            login     yes       yes       yes       yes       yes
        GET  /references/nominations/same                                           login     yes       yes       yes       yes       yes
        GET  /references/nominations/{id:guid}                                      login     no        404       no        no        no
        POST /references/nominations/{id:guid}/acceptance                           login     no        404       no        no        no
        POST /references/nominations/{id:guid}/refusal                              login     no        404       no        no        no
        GET  /references/permissions                                                login     yes       yes       yes       yes       yes
        GET  /references/archive                                                    login     no        yes       yes       no        no
        GET  /references/duplicates                                                 login     no        yes       yes       no        no
        GET  /references/owners/{ownerId:guid?}                                     login     no        yes       yes       no        no
        POST /references/owners/{ownerId:guid?}                                     login     no        yes       yes       no        no
        GET  /references/past-uses/export                                           login     no        yes       yes       no        no
        GET  /references/permissions/export                                         login     no        yes       yes       no        no
        GET  /references/product-uses/export                                        login     no        yes       yes       no        no
        GET  /references/proposals                                                  login     yes       yes       yes       yes       yes
        GET  /references/proposals/{proposalId:guid}                                login     404       yes       yes       404       404
        POST /references/proposals/{proposalId:guid}/answers                        login     404       yes       yes       404       404
        POST /references/proposals/{proposalId:guid}/withdrawal                     login     404       404       404       404       404
        POST /references/alerts                                                     login     yes       yes       yes       no        no
        POST /references/alerts/{id:guid}/removal                                   login     404       404       404       no        no
        GET  /references/unmet                                                      login     yes       yes       yes       no        no
        POST /references/unmet                                                      login     yes       yes       yes       no        no
        GET  /references/unmet/export                                               login     no        yes       yes       no        no
        GET  /references/unmet/new                                                  login     yes       yes       yes       no        no
        POST /references/unmet/{id:guid}/removal                                    login     404       yes       no        no        no
        GET  /references/verification                                               login     yes       yes       yes       yes       yes
        GET  /references/verification/export                                        login     yes       yes       yes       no        no
        POST /references/verification                                               login     no        yes       yes       no        no
        GET  /references/reveals                                                    login     no        yes       no        no        no
        GET  /references/{id:guid}                                                  login     yes       yes       yes       yes       yes
        GET  /references/{id:guid}/contacts/new                                     login     no        yes       yes       no        no
        POST /references/{id:guid}/contacts/new                                     login     no        yes       yes       no        no
        POST /references/{id:guid}/contacts/{contactId:guid}/details                login     no        yes       yes       no        no
        GET  /references/{id:guid}/contacts/{contactId:guid}/departure              login     no        yes       yes       no        no
        POST /references/{id:guid}/contacts/{contactId:guid}/departure              login     no        yes       yes       no        no
        POST /references/{id:guid}/contacts/{contactId:guid}/return                 login     no        yes       yes       no        no
        GET  /references/{id:guid}/contacts/{contactId:guid}/edit                   login     no        yes       yes       no        no
        POST /references/{id:guid}/contacts/{contactId:guid}/edit                   login     no        yes       yes       no        no
        GET  /references/{id:guid}/edit                                             login     no        yes       yes       no        no
        POST /references/{id:guid}/edit                                             login     no        yes       yes       no        no
        GET  /references/{id:guid}/archiving                                        login     no        yes       yes       no        no
        POST /references/{id:guid}/archiving                                        login     no        yes       yes       no        no
        GET  /references/{id:guid}/merge                                            login     no        yes       yes       no        no
        POST /references/{id:guid}/merge                                            login     no        404       404       no        no
        GET  /references/{id:guid}/permissions/{scope}                              login     no        yes       yes       no        no
        POST /references/{id:guid}/permissions/{scope}                              login     no        yes       yes       no        no
        GET  /references/{id:guid}/permissions/{scope}/evidence                     login     no        404       404       no        no
        GET  /references/{id:guid}/print                                            login     yes       yes       yes       yes       yes
        GET  /references/{id:guid}/products/new                                     login     no        yes       yes       no        no
        POST /references/{id:guid}/products/new                                     login     no        yes       yes       no        no
        GET  /references/{id:guid}/products/{useId:guid}/edit                       login     no        yes       yes       no        no
        POST /references/{id:guid}/products/{useId:guid}/edit                       login     no        yes       yes       no        no
        POST /references/{id:guid}/products/{useId:guid}/removal                    login     no        yes       yes       no        no
        GET  /references/{id:guid}/proposals/new                                    login     yes       yes       yes       yes       yes
        POST /references/{id:guid}/proposals/new                                    login     yes       yes       yes       yes       yes
        POST /references/{id:guid}/restoration                                      login     no        yes       yes       no        no
        GET  /references/{id:guid}/status                                           login     no        yes       yes       no        no
        POST /references/{id:guid}/status                                           login     no        yes       yes       no        no
        POST /references/{id:guid}/verification                                     login     no        yes       yes       no        no
        GET  /references/{id:guid}/withdrawal                                       login     no        yes       yes       no        no
        POST /references/{id:guid}/withdrawal                                       login     no        yes       yes       no        no
        GET  /requests                                                              login     yes       yes       yes       yes       yes
        POST /requests/assignments                                                  login     no        yes       no        no        no
        POST /requests/drafts                                                       login     yes       yes       yes       no        no
        POST /requests/drafts/{number:int}/removal                                  login     404       404       404       no        no
        GET  /requests/export                                                       login     yes       yes       yes       no        no
        GET  /requests/new                                                          login     yes       yes       yes       no        no
        POST /requests/new                                                          login     yes       yes       yes       no        no
        POST /requests/new/alert                                                    login     yes       yes       yes       no        no
        POST /requests/new/content/{assetId:guid}                                   login     yes       yes       yes       no        no
        POST /requests/new/unmet                                                    login     yes       yes       yes       no        no
        POST /requests/preview                                                      login     yes       yes       yes       no        no
        GET  /requests/queue                                                        login     no        yes       no        no        no
        GET  /requests/queue/workload                                               login     no        yes       no        no        no
        GET  /requests/queue/export                                                 login     no        yes       no        no        no
        GET  /requests/{number:int}                                                 login     404       yes       yes       404       404
        POST /requests/{number:int}/ask-mode                                        login     no        yes       no        no        no
        POST /requests/{number:int}/asks                                            login     no        yes       no        no        no
        POST /requests/{number:int}/assignment                                      login     no        yes       no        no        no
        GET  /requests/{number:int}/briefing                                        login     404       404       404       404       404
        POST /requests/{number:int}/cancellation                                    login     404       yes       no        404       404
        POST /requests/{number:int}/candidates                                      login     no        yes       no        no        no
        POST /requests/{number:int}/candidates/{candidateId:guid}/answer            login     404       yes       no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/ask               login     no        yes       no        no        no
        GET  /requests/{number:int}/candidates/{candidateId:guid}/calendar.ics      login     404       404       404       404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/completion        login     404       yes       no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/contact           login     no        yes       no        no        no
        POST /requests/{number:int}/candidates/{candidateId:guid}/invitation        login     404       yes       no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/no-show           login     404       yes       no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/place             login     no        yes       no        no        no
        POST /requests/{number:int}/candidates/{candidateId:guid}/place/end         login     no        yes       no        no        no
        POST /requests/{number:int}/candidates/{candidateId:guid}/schedule          login     404       yes       no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/silence           login     no        yes       no        no        no
        POST /requests/{number:int}/candidates/{candidateId:guid}/survey            login     404       no        no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/thanks            login     404       yes       no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/times             login     404       yes       no        404       404
        GET  /requests/{number:int}/candidates/{candidateId:guid}/times/check       login     404       yes       yes       404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/times/choice      login     404       404       no        404       404
        POST /requests/{number:int}/candidates/{candidateId:guid}/withdrawal        login     no        yes       no        no        no
        POST /requests/{number:int}/comments                                        login     404       yes       yes       404       404
        POST /requests/{number:int}/content/{assetId:guid}                          login     404       yes       no        404       404
        POST /requests/{number:int}/correction                                      login     404       yes       no        404       404
        GET  /requests/{number:int}/edit                                            login     404       yes       no        404       404
        POST /requests/{number:int}/ending                                          login     404       yes       no        404       404
        POST /requests/{number:int}/exception                                       login     no        yes       no        no        no
        POST /requests/{number:int}/files                                           login     404       yes       yes       404       404
        POST /requests/{number:int}/files/{fileId:guid}/removal                     login     404       yes       no        404       404
        GET  /requests/{number:int}/files/{fileId:guid}                             login     404       yes       yes       404       404
        POST /requests/{number:int}/followers                                       login     404       yes       yes       404       404
        POST /requests/{number:int}/followers/end                                   login     404       yes       yes       404       404
        POST /requests/{number:int}/hold                                            login     no        yes       no        no        no
        POST /requests/{number:int}/hold/end                                        login     404       yes       no        404       404
        POST /requests/{number:int}/merge                                           login     no        yes       no        no        no
        GET  /requests/{number:int}/people                                          login     404       yes       yes       404       404
        POST /requests/{number:int}/reopening                                       login     no        yes       no        no        no
        GET  /requests/{number:int}/requirements                                    login     404       yes       yes       404       404
        POST /requests/{number:int}/settlement                                      login     404       yes       no        404       404
        POST /requests/{number:int}/unmet-need                                      login     404       yes       no        404       404
        GET  /today                                                                 login     yes       yes       yes       yes       yes
        GET  /usage                                                                 login     no        yes       yes       no        no
        GET  /usage/comparison                                                      login     no        yes       yes       no        no
        POST /usage/comparison                                                      login     no        yes       no        no        no
        POST /usage/comparison/{findingId:guid}/release                             login     no        yes       no        no        no
        GET  /usage/customers/{customerId:guid}/contacts/{contactId:guid}           login     no        yes       yes       no        no
        GET  /usage/customers/{customerId:guid}/contacts/{contactId:guid}/export    login     no        yes       yes       no        no
        GET  /usage/customers/{customerId:guid}/uses/{useId:guid}/correction        login     no        yes       no        no        no
        GET  /usage/overrides                                                       login     no        yes       yes       no        no
        GET  /usage/customers/{customerId:guid}                                     login     no        yes       yes       no        no
        GET  /usage/customers/{customerId:guid}/export                              login     no        yes       yes       no        no
        POST /usage/customers/{customerId:guid}/gifts                               login     no        yes       yes       no        no
        GET  /usage/customers/{customerId:guid}/given                               login     no        yes       yes       no        no
        POST /usage/customers/{customerId:guid}/given                               login     no        yes       yes       no        no
        POST /usage/customers/{customerId:guid}/given/{givenId:guid}/withdrawal     login     no        yes       yes       no        no
        POST /usage/customers/{customerId:guid}/uses                                login     no        yes       yes       no        no
        POST /usage/customers/{customerId:guid}/uses/{useId:guid}/correction        login     no        yes       no        no        no
        GET  /usage/customers/{customerId:guid}/uses/{useId:guid}/move              login     404       yes       no        404       404
        POST /usage/customers/{customerId:guid}/uses/{useId:guid}/move              login     404       yes       no        404       404
        GET  /usage/customers/{customerId:guid}/uses/new                            login     no        yes       yes       no        no
        POST /usage/customers/{customerId:guid}/uses/{useId:guid}/withdrawal        login     no        yes       yes       no        no
        GET  /usage/given                                                           login     no        yes       yes       no        no
        GET  /usage/given/limit                                                     login     no        yes       yes       no        no
        POST /usage/given/limit                                                     login     no        yes       no        no        no
        GET  /usage/uses/new                                                        login     yes       yes       yes       yes       yes
        GET  /usage/policies                                                        login     no        yes       yes       no        no
        GET  /usage/policies/{policyId:guid}                                        login     no        yes       no        no        no
        POST /usage/policies/{policyId:guid}                                        login     no        yes       no        no        no
        GET  /usage/policies/new                                                    login     no        yes       no        no        no
        POST /usage/policies                                                        login     no        yes       no        no        no
        POST /usage/policies/versions                                               login     no        yes       no        no        no
        GET  /usage/policies/versions/{editionId:guid}                              login     no        yes       yes       no        no
        POST /usage/policies/versions/{editionId:guid}/held-back                    login     no        yes       no        no        no
        POST /usage/policies/versions/{editionId:guid}/start                        login     no        yes       no        no        no
        POST /usage/policies/versions/{editionId:guid}/calling-off                  login     no        yes       no        no        no
        POST /usage/policies/versions/{editionId:guid}/deletion                     login     no        yes       no        no        no
        POST /usage/policies/{policyId:guid}/switch                                 login     no        yes       no        no        no
        POST /usage/policies/{policyId:guid}/removal                                login     no        yes       no        no        no
        GET  /usage/policies/versions/{editionId:guid}/what-if                      login     no        yes       yes       no        no
        POST /usage/policies/versions/{editionId:guid}/what-if                      login     no        yes       no        no        no
        GET  /usage/policies/what-if/{runId:guid}                                   login     no        yes       yes       no        no
        GET  /usage/policies/what-if/{runId:guid}/progress                          login     no        yes       yes       no        no
        GET  /views                                                                 login     yes       yes       yes       yes       yes
        POST /views                                                                 login     yes       yes       yes       yes       yes
        GET  /views/new                                                             login     yes       yes       yes       yes       yes
        POST /views/{id:guid}                                                       login     404       404       404       404       404
        POST /views/{id:guid}/removal                                               login     404       404       404       404       404
        """;

    private static readonly IReadOnlyList<RouteRow> Rows = [.. Table.Split('\n').Skip(1).Select(RouteRow.Parse)];

    public static TheoryData<string> Routes => [.. Rows.Select(row => row.Name)];

    public static TheoryData<string> UnsafeRoutes => [.. Rows.Where(row => row.Verb is not "GET" and not "HEAD" and not "ANY").Select(row => row.Name)];

    [Fact]
    public async Task Every_endpoint_has_its_row()
    {
        var missing = RealRoutes.Of(household.App).Except(Rows.Select(row => row.Name), StringComparer.Ordinal).ToList();
        var suggestions = new List<string>();
        foreach (var name in missing)
        {
            suggestions.Add(await SuggestAsync(name));
        }

        suggestions.ShouldBeEmpty("Rows are missing. This is what the product answers now; check it against product.md, then add it:\n" + string.Join("\n", suggestions));
    }

    [Fact]
    public void Every_row_has_its_endpoint() =>
        Rows.Select(row => row.Name).Except(RealRoutes.Of(household.App), StringComparer.Ordinal).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Each_role_gets_what_the_table_says(string route)
    {
        var row = Rows.Single(row => row.Name == route);
        var answers = new List<string>();
        foreach (var caller in Household.Callers)
        {
            answers.Add(await household.AskAsync(row, caller));
        }

        answers.ShouldBe(row.Answers, route);
    }

    [Theory]
    [MemberData(nameof(UnsafeRoutes))]
    public async Task A_foreign_site_cannot_make_anybody_do_it(string route)
    {
        var row = Rows.Single(row => row.Name == route);
        foreach (var caller in Household.Callers.Where(caller => caller != Roles.None))
        {
            (await household.ForgeAsync(row, caller)).ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }
    }

    private async Task<string> SuggestAsync(string name)
    {
        var parts = name.Split(' ');
        var row = new RouteRow(parts[0], parts[1], []);
        try
        {
            var answers = new List<string>();
            foreach (var caller in Household.Callers)
            {
                answers.Add((await household.AskAsync(row, caller)).PadRight(8));
            }

            return $"{row.Verb,-4} {row.Pattern,-60} {string.Join(' ', answers)}";
        }
        catch (InvalidOperationException problem)
        {
            return $"{name}: {problem.Message}";
        }
    }
}
