-- The language server of async-java for Neovim's own client: reports, hover and quick fixes in Java files, and marks where Neovim has inlay hints.
-- vim.g.async_java_server is the server's jar; vim.g.async_java_java, if it is set, the command of a Java of 17 or newer.

local client

local function root()
  local folder = vim.fn.expand('%:p:h')
  for _, name in ipairs({ 'async-java.properties', '.git', 'pom.xml' }) do
    local found = name == '.git' and vim.fn.finddir(name, folder .. ';') or vim.fn.findfile(name, folder .. ';')
    if found ~= '' then
      return vim.fn.fnamemodify(found, name == '.git' and ':p:h:h' or ':p:h')
    end
  end
  return folder
end

local function attached(_, buffer)
  if vim.lsp.inlay_hint then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
end

local function start(buffer)
  client = client or vim.lsp.start_client({
    name = 'async-java',
    cmd = { vim.g.async_java_java or 'java', '-Xmx300m', '-jar', vim.g.async_java_server },
    root_dir = root(),
    on_attach = attached,
    on_exit = function() client = nil end,
  })
  if client then
    vim.lsp.buf_attach_client(buffer, client)
  end
end

if vim.g.async_java_server then
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'java',
    callback = function(event) start(event.buf) end,
  })
end
