// The element 呈批审核: one matter put up for decision, with its legal review and the leader's approval.
import { choice, element, instant, officers, text, yesNo } from "../declare.ts";

// biome-ignore format: one field is one line, so that the dictionary reads as a table
export const approvals = element("approvals", "呈批审核", "many", [
  text("number", "呈批编号", "审批编号 审批单号 呈批文号 呈请编号 呈批文书编号 呈请文号", "CPBH SPBH", "unit"),
  text("matter", "呈批事项", "审批事项 呈请事项 审核事项 申请事项 呈请事由", "CPSX SPSX", "unit"),
  officers("submittedBy", "呈批人", "呈报人 提交人 申请人 发起人 呈批民警 提请人 呈请人", "CPR TJR", "unit"),
  instant("submittedAt", "呈批时间", "呈报时间 提交时间 呈请时间 发起时间 申请时间", "CPSJ TJSJ", "unit"),
  officers("legalReviewer", "法制审核人", "审核人 法制员 法制审核员 法制审核民警 法制审核人员 法制部门审核人", "FZSHR SHR", "unit"),
  choice("legalOpinion", "法制审核意见", "审核意见 法制意见 审核结论 法制审核结果", "FZSHYJ SHYJ", "unit", "同意 不同意 退回补正 退回补查", { 通过: "同意", 不通过: "不同意", 退回: "退回补正", 补充侦查: "退回补查" }),
  instant("legalReviewedAt", "法制审核时间", "审核时间", "FZSHSJ SHSJ", "unit"),
  yesNo("collective", "是否集体议案", "集体议案 是否集体讨论 集体讨论", "SFJTYA", "unit"),
  instant("collectiveAt", "集体议案时间", "集体讨论时间 议案时间", "JTYASJ", "unit"),
  officers("approver", "审批人", "批准人 审批领导 终审人", "SPR PZR", "unit"),
  instant("approvedAt", "审批时间", "批准时间 审批日期 审批完成时间 终审时间 批示时间", "SPSJ PZSJ", "unit"),
  choice("result", "审批结果", "审批意见 审批结论 批准结果 领导批示 领导意见 领导审批意见 终审结果", "SPJG SPYJ", "unit", "同意 不同意 退回 审批中", { 批准: "同意", 不批准: "不同意", 待审批: "审批中", 办理中: "审批中" }),
  choice("reviewerQualified", "审核人法律职业资格", "初次审核人员资格", "SHRZG", "unit", "已取得 未取得 非初次审核", { 有: "已取得", 无: "未取得" }),
  choice("level", "审批人层级", "呈批批准层级", "SPRCJ", "unit", "办案部门负责人 县级以上公安机关负责人 上一级公安机关负责人", { 所长: "办案部门负责人", 局领导: "县级以上公安机关负责人", 县局负责人: "县级以上公安机关负责人", 市局负责人: "上一级公安机关负责人" }),
]);
