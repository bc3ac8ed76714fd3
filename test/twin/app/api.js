// Calls the platform's interface.
import { ElMessage } from "element-plus";

async function call(path, options) {
  const reply = await fetch(`/new/api/${path}`, options);
  const { code, msg, data } = await reply.json();
  if (code !== 0) {
    ElMessage.error(msg);
    throw new Error(msg);
  }
  return data;
}

export const get = (path) => call(path);

export async function save(path, values, method = "PUT") {
  const data = await call(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(values),
  });
  ElMessage.success("保存成功");
  return data;
}
